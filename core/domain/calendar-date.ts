/** The milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** A day without a time or a zone: YYYY-MM-DD (ISO 8601), and a day that exists. */
export type CalendarDate = string;

/** How a date is written. */
export const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Is the text a date, of a day that exists? */
export function isCalendarDate(text: string): boolean {
  return DATE_FORM.test(text) && dayExists(text);
}

/** Days since 1970-01-01 of a date; NaN when the text is no date. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** The date that lies `days` after 1970-01-01, in the years 0000 to 9999. */
export function fromDayNumber(days: number): CalendarDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** The date that lies `days` later (or earlier, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` lies earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whole months from `from` to `to`, counted the way a birthday is: the month is full on the same day. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/**
 * Whole years from `from` to `to`: a person's age. Born on 29 February counts from 1 March in other years,
 * as the Dutch rule for reaching an age does (an age is reached at the start of the day of birth).
 */
export function yearsBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.floor(monthsBetween(from, to) / 12);
}

/** Does the day exist? A calendar that is given 30 February goes on to 2 March: a day must come back as it went in. */
export function dayExists(text: string): boolean {
  const days = dayNumber(text);
  return !Number.isNaN(days) && fromDayNumber(days) === text;
}

function parts(date: CalendarDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
