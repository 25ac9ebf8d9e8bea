import { DAY_MS } from '../calendar-date.ts';
import { MOST_DAYS_OPEN, MOST_DAYS_SEALED } from './handover.ts';

/** What a device knows of how old a handover is: ISO times of its own clock, which may have been wrong. */
export type HandoverAge = { readonly givenAt: string; readonly noticedAt: string | null };

/** `noticedAt`: to be remembered until the next look. `isSealedOver`, `isOver`: what is sealed, or all of it, is to be forgotten now. */
export type HandoverFate = {
  readonly noticedAt: string | null;
  readonly isSealedOver: boolean;
  readonly isOver: boolean;
};

/**
 * How a handover stands by a clock that may have been wrong when it was given, or be wrong now.
 *
 * One that was given later than now was given by a clock that ran ahead: its days count from when that was noticed, or it would stay for
 * as long as the clock was wrong. One that is old enough is forgotten when it still is a day later: a clock that runs ahead for some hours
 * forgets nothing that nobody can bring back. What is sealed does not get that day, because it must be gone after 14.
 */
export function fateOf({ givenAt, noticedAt }: HandoverAge, now: Date): HandoverFate {
  const at = now.toISOString();
  const days = (from: string) => (now.getTime() - Date.parse(from)) / DAY_MS;
  if (givenAt > at) {
    const since = noticedAt !== null && noticedAt < at ? noticedAt : at;
    return {
      noticedAt: since,
      isSealedOver: days(since) >= MOST_DAYS_SEALED,
      isOver: days(since) >= MOST_DAYS_OPEN,
    };
  }
  const isSealedOver = days(givenAt) >= MOST_DAYS_SEALED;
  // A day earlier, so that with the day in which it is looked at again it is no longer than was promised.
  if (days(givenAt) < MOST_DAYS_OPEN - 1) return { noticedAt: null, isSealedOver, isOver: false };
  const since = noticedAt !== null && noticedAt > givenAt && noticedAt < at ? noticedAt : at;
  return { noticedAt: since, isSealedOver, isOver: days(since) >= 1 };
}
