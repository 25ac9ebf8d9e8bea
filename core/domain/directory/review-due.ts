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

/** The review day of a service that was assured on a day: a year later; of one that never was, today. */
export function nextReview(assured: CalendarDate | undefined, today: CalendarDate): CalendarDate {
  if (assured === undefined) return today;
  const day = assured.endsWith('-02-29') ? '02-28' : assured.slice(5);
  return `${Number(assured.slice(0, 4)) + 1}-${day}`;
}
