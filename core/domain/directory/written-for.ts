import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { hasRule, type Schedule } from './schedule.ts';

/** What is valid for at most so many days was written for those days, and knows of a holiday among them. */
export const SPECIAL_DAYS = 7;

/** The days for which something is written, both included; without a first or a last one there is no telling. */
type Days = { readonly from: CalendarDate | undefined; readonly to: CalendarDate | undefined };

/**
 * The days for which a schedule is written: those on which it is valid, and of its rule none after `until`; of one that
 * has no rule, its dtstart alone.
 */
export function writtenFor(schedule: Schedule): Days {
  const { until } = schedule;
  const { from, to } = validityOf(schedule);
  return { from, to: until !== undefined && (to === undefined || until < to) ? until : to };
}

/**
 * For how many days a schedule is written; without an end there is no telling. `until` does not count: it ends a rule, and says
 * not that the rule was made for that time in place of another.
 */
export function daysWritten(schedule: Schedule): number {
  const { from, to } = validityOf(schedule);
  return from === undefined || to === undefined ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1;
}

/** Was it written for a few days in particular? */
export function isForFewDays(schedule: Schedule): boolean {
  return daysWritten(schedule) <= SPECIAL_DAYS;
}

/**
 * Is it what another schedule says, changed for a few days: valid from one day to another, as HSDS writes it? What has its day by
 * `dtstart` is no change of anything: it is a meeting of its own.
 */
export function isChangeOfDays(schedule: Schedule): boolean {
  return isForFewDays(schedule) && (hasRule(schedule) || schedule.dtstart === undefined);
}

function validityOf(schedule: Schedule): Days {
  const { valid_from, valid_to, dtstart } = schedule;
  return hasRule(schedule) || dtstart === undefined
    ? { from: valid_from, to: valid_to }
    : { from: dtstart, to: dtstart };
}
