import { type CalendarDate, DAY_MS, dayNumber, fromDayNumber } from '../calendar-date.ts';

/** A moment on the clock on a Dutch wall: the day, and the minutes since its midnight. */
export type WallMoment = { readonly date: CalendarDate; readonly minutes: number };

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** 1970-01-01 was a Thursday; Monday is 0. */
const THURSDAY = 3;

/** The day of the week, Monday 0 to Sunday 6. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + THURSDAY) % 7) + 7) % 7;
}

/** The last Sunday of March and October, 01:00 UTC: directive 2000/84/EC, articles 2 and 3. */
function lastSunday(year: number, month: '03' | '10'): number {
  const last = `${String(year).padStart(4, '0')}-${month}-31`;
  return (dayNumber(last) - ((weekdayOf(last) + 1) % 7)) * DAY_MS + HOUR_MS;
}

/**
 * Hours that the Dutch clock is ahead of UTC: 2 in summer time, else 1. Reckoned and not asked of Intl, whose first use
 * loads tables for tens of milliseconds. Right from 1996, when the European rule began.
 */
function offsetHours(instant: number): 1 | 2 {
  if (instant < known.begins || instant >= known.ends)
    known = summerTimeOf(new Date(instant).getUTCFullYear());
  return instant >= known.summer && instant < known.winter ? 2 : 1;
}

/** A year in UTC and the summer time in it, as instants. */
type SummerTime = {
  readonly begins: number;
  readonly summer: number;
  readonly winter: number;
  readonly ends: number;
};

function summerTimeOf(year: number): SummerTime {
  const firstDay = (of: number) => dayNumber(`${String(of).padStart(4, '0')}-01-01`) * DAY_MS;
  return {
    begins: firstDay(year),
    summer: lastSunday(year, '03'),
    winter: lastSunday(year, '10'),
    ends: firstDay(year) + DAY_MS * 365,
  };
}

/** The last year that was asked for: opening hours ask of day after day. None yet. */
let known: SummerTime = { begins: 0, summer: 0, winter: 0, ends: 0 };

/** What a Dutch clock on the wall says at an instant (milliseconds since 1970, UTC). */
export function wallMomentAt(instant: number): WallMoment {
  const local = instant + offsetHours(instant) * HOUR_MS;
  const days = Math.floor(local / DAY_MS);
  return { date: fromDayNumber(days), minutes: Math.floor((local - days * DAY_MS) / MINUTE_MS) };
}

/**
 * The instant at which the clock on the wall says this; `minutes` may be more than a day's. In the night that loses an
 * hour, a time that does not exist is an hour later; in the night that has an hour twice, the first one counts
 * (as RFC 5545 says for a local time).
 */
export function instantOf(date: CalendarDate, minutes: number): number {
  const local = dayNumber(date) * DAY_MS + minutes * MINUTE_MS;
  const summer = local - 2 * HOUR_MS;
  return offsetHours(summer) === 2 ? summer : local - HOUR_MS;
}
