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

/**
 * Days since 1970-01-01 of a date; NaN when the text is not written as one. A day that its month does not have, up to
 * the 31st, is one of the next month. By arithmetic: the week of a service asks for hundreds, and a Date is much
 * slower. Years begin in March here, so that the odd day of a leap year is their last.
 */
export function dayNumber(date: string): number {
  if (!DATE_FORM.test(date)) return Number.NaN;
  const [calendarYear, month, day] = parts(date);
  if (month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  const year = month > 2 ? calendarYear : calendarYear - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - TO_1970;
}

/** The date that lies `days` after 1970-01-01, in the years 0000 to 9999. */
export function fromDayNumber(days: number): CalendarDate {
  const since = days + TO_1970;
  const era = Math.floor(since / ERA_DAYS);
  const dayOfEra = since - era * ERA_DAYS;
  // Without its leap days, the era has 365 days a year; its very last day is one.
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = ((fromMarch + 2) % 12) + 1;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The days of 400 years: the Gregorian calendar then begins again. */
const ERA_DAYS = 146_097;
/** From 1 March of the year 0 to 1 January 1970. */
const TO_1970 = 719_468;
const digits = (part: number, length: number) => String(part).padStart(length, '0');

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
