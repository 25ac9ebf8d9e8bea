import { type CalendarDate, daysBetween } from '../calendar-date.ts';

/** So many days before its review day an agreement is told of, as a page of a pack is. */
const WARNED_DAYS = 30;

/**
 * How an agreement with a partner stands. `none`: nobody wrote down until when it holds. `stale`: its review day has passed. `soon`: it
 * comes within 30 days.
 */
export type AgreementState = 'good' | 'soon' | 'stale' | 'none';

/** Judges an agreement by its review day, which is the last day on which it is good. */
export function judgeAgreement(reviewBy: CalendarDate | undefined, today: CalendarDate): AgreementState {
  if (reviewBy === undefined) return 'none';
  const left = daysBetween(today, reviewBy);
  if (left < 0) return 'stale';
  return left <= WARNED_DAYS ? 'soon' : 'good';
}
