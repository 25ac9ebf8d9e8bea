import { addDays, DAY_MS } from '../calendar-date.ts';
import type { DurationClass } from './desk-question.ts';
import { dayOf, hourOfDay, type LocalHour, localHour, localHourOf } from './local-hour.ts';

/** For so long after logging, one touch takes a question back. */
export const UNDO_MS = 60_000;
/** For so long it can be corrected: by the clock of the machine, or by one that nobody sets. */
const CORRECT_MS = DAY_MS;
/** A question can be logged so many days after it was asked. */
export const MOST_DAYS_BACK = 31;
const HOUR_MS = 3_600_000;

/**
 * Why a question cannot be of this hour; undefined when it can. By the clock of the machine, which may be wrong: so nothing else depends on
 * it.
 */
export function faultOfHour(at: LocalHour, now: Date): 'future' | 'too-old' | undefined {
  return faultBefore(at, localHourOf(now));
}

function faultBefore(at: LocalHour, current: LocalHour): 'future' | 'too-old' | undefined {
  if (at > current) return 'future';
  return dayOf(at) < addDays(dayOf(current), -MOST_DAYS_BACK) ? 'too-old' : undefined;
}

/**
 * The hour so many days and hours further. Past an hour that a question can be of it is the one of now: whoever puts right what was logged
 * by a wrong clock need not go through the years between.
 */
export function stepHour(at: LocalHour, now: LocalHour, days: number, hours: number): LocalHour {
  const wanted = localHour(addDays(dayOf(at), days), hourOfDay(at) + hours);
  return faultBefore(wanted, now) === undefined ? wanted : now;
}

/**
 * May a question that was logged at a time (ISO 8601) still be corrected? One from later than now was logged while the clock was ahead:
 * it may, or nobody could put it right. `agoMs`: how long ago it was logged by a clock that nobody sets, undefined when that was before the
 * start; so one that was logged while the clock was behind may too.
 */
export function mayCorrect(loggedAt: string, now: Date, agoMs: number | undefined): boolean {
  return isWithinDay(agoMs) || Date.parse(loggedAt) >= correctableSince(now).getTime();
}

/** Was it logged no longer than a day ago, by a clock that nobody sets? */
export function isWithinDay(agoMs: number | undefined): boolean {
  return agoMs !== undefined && agoMs <= CORRECT_MS;
}

/** What was logged from this moment on can be corrected. */
export function correctableSince(now: Date): Date {
  return new Date(now.getTime() - CORRECT_MS);
}

/** Is the clock behind what it said when the last question was logged, at `loggedAt` (ISO 8601)? */
export function isClockBehind(loggedAt: string | undefined, now: Date): boolean {
  return loggedAt !== undefined && Date.parse(loggedAt) - now.getTime() > HOUR_MS;
}

/** The class of so many minutes. */
export function durationOf(minutes: number): DurationClass {
  if (minutes < 5) return 'under-5';
  if (minutes < 15) return '5-15';
  if (minutes < 30) return '15-30';
  return minutes < 60 ? '30-60' : 'over-60';
}
