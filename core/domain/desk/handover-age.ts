import { hourOf } from '../../contract/sync/count.ts';
import { DAY_MS } from '../calendar-date.ts';
import { MOST_DAYS_OPEN, MOST_DAYS_SEALED } from './handover.ts';

/** What a device knows of how old a handover is: ISO times of its own clock, which may have been wrong. */
export type HandoverAge = { readonly givenAt: string; readonly noticedAt: string | null };

/**
 * `givenAt`, `noticedAt`: to be remembered until the next look; the first is another one when the clock of then was wrong. `isSealedOver`,
 * `isOver`: what is sealed, or all of it, is to be forgotten now.
 */
export type HandoverFate = {
  readonly givenAt: string;
  readonly noticedAt: string | null;
  readonly isSealedOver: boolean;
  readonly isOver: boolean;
};

/**
 * How a handover stands by a clock that may have been wrong when it was given, or be wrong now.
 *
 * One that was given later than now was given by a clock that ran ahead: its days count from when that was noticed, or it would stay for
 * as long as the clock was wrong. When that is less than the days for what is sealed, that moment is when it was given from then on, or its
 * days would begin again once the clock comes to the hour it said then. When it is more, the clock of now may be the wrong one, as with an
 * empty battery: then nothing is older when it is right again. One that is old enough is forgotten when it still is a day later: a clock that
 * runs ahead for some hours forgets nothing that nobody can bring back. What is sealed does not get that day, because it must be gone after 14.
 */
export function fateOf({ givenAt, noticedAt }: HandoverAge, now: Date): HandoverFate {
  const at = now.toISOString();
  const days = (from: string) => (now.getTime() - Date.parse(from)) / DAY_MS;
  if (days(givenAt) < 0) {
    const since = noticedBefore(noticedAt, at);
    const isSure = -days(givenAt) < 1 || days(since) >= 1;
    if (-days(givenAt) < MOST_DAYS_SEALED && isSure)
      return fateOf({ givenAt: hourOf(new Date(since)), noticedAt: null }, now);
    return {
      givenAt,
      noticedAt: since,
      isSealedOver: days(since) >= MOST_DAYS_SEALED,
      isOver: days(since) >= MOST_DAYS_OPEN,
    };
  }
  const isSealedOver = days(givenAt) >= MOST_DAYS_SEALED;
  // A day earlier, so that with the day in which it is looked at again it is no longer than was promised.
  if (days(givenAt) < MOST_DAYS_OPEN - 1) return { givenAt, noticedAt: null, isSealedOver, isOver: false };
  const since = noticedAt !== null && noticedAt > givenAt && noticedAt < at ? noticedAt : at;
  return { givenAt, noticedAt: since, isSealedOver, isOver: days(since) >= 1 };
}

/** Since when it is noticed that a handover was given later than now; a moment that is itself to come says nothing. */
function noticedBefore(noticedAt: string | null, at: string): string {
  return noticedAt !== null && noticedAt < at ? noticedAt : at;
}

const HOUR_MS = 3_600_000;

/**
 * How many hours ago a handover was given, for the server, which reckons its days from there and must not come out later than they are over:
 * an hour that has begun counts. One that was given by a clock that ran ahead counts from when that was noticed.
 */
export function hoursAgo({ givenAt, noticedAt }: HandoverAge, now: Date): number {
  const at = now.toISOString();
  const since = Date.parse(givenAt) > now.getTime() ? noticedBefore(noticedAt, at) : givenAt;
  const hours = Math.ceil((now.getTime() - Date.parse(since)) / HOUR_MS);
  return Math.min(Math.max(hours, 0), MOST_DAYS_OPEN * 24);
}
