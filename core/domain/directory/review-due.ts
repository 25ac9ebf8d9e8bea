import { type CalendarDate, dayNumber } from '../calendar-date.ts';

/** So many days before its review a service is called for: a letter takes a while to be answered. */
const SOON_DAYS = 30;

/** Has a service to be looked at: its review day has passed, comes soon, or is far off. */
export type ReviewDue = 'overdue' | 'soon' | 'fine';

/** Whether a service has to be looked at on a day. */
export function reviewDue(reviewBy: CalendarDate, today: CalendarDate): ReviewDue {
  if (reviewBy < today) return 'overdue';
  return dayNumber(reviewBy) - dayNumber(today) <= SOON_DAYS ? 'soon' : 'fine';
}

/** Nobody looked at a service before this year: a day of before is how a list writes that it knows none. */
const FIRST_YEAR = 1900;
/** A year later there is no day that can be written as one. */
const LAST_YEAR = 9998;

/** The day on which a service was assured; undefined when it never was, or when it says so with a day on which nobody can have done that. */
export function assuredOn(assured: CalendarDate | undefined): CalendarDate | undefined {
  const year = Number(assured?.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? assured : undefined;
}

/** The review day of a service that was assured on a day: a year later; of one that never was, today. */
export function nextReview(assured: CalendarDate | undefined, today: CalendarDate): CalendarDate {
  const since = assuredOn(assured);
  if (since === undefined) return today;
  const day = since.endsWith('-02-29') ? '02-28' : since.slice(5);
  return `${Number(since.slice(0, 4)) + 1}-${day}`;
}
