import { DAY_MS } from './calendar-date.ts';
import { isClockBehind } from './desk/log-times.ts';

/** What is known of the newest copy of the precious store. */
type NewestCopy = {
  /** When it was made, by the clock of then; undefined when there is none. */
  readonly madeAt: Date | undefined;
  /** Was it made since the app started? */
  readonly isOfThisRun: boolean;
  /** When the question was logged that was logged last (ISO 8601); undefined when there is none. */
  readonly loggedAt: string | undefined;
};

/**
 * Is a new copy due? One a day, by a clock that may be wrong. A copy of later than now was made by another clock, and says nothing of how long
 * ago that was. Where the clock begins at the same time at each start, because its battery is empty, the copy of the start before always
 * seems to be of now: so while it is behind what it said before, each run of the app makes one.
 */
export function isCopyDue({ madeAt, isOfThisRun, loggedAt }: NewestCopy, now: Date): boolean {
  if (madeAt === undefined || now.getTime() - madeAt.getTime() > DAY_MS) return true;
  return isClockBehind(madeAt.toISOString(), now) || (!isOfThisRun && isClockBehind(loggedAt, now));
}
