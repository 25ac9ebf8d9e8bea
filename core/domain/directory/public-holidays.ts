import { addDays, type CalendarDate } from '../calendar-date.ts';
import { weekdayOf } from './amsterdam-time.ts';

/** The general public holidays of article 3 of the Algemene termijnenwet; Easter and Whit Sunday are Sundays anyway. */
export const HOLIDAYS = [
  'new-year',
  'easter-sunday',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension-day',
  'whit-sunday',
  'whit-monday',
  'christmas-day',
  'second-christmas-day',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** Easter Sunday of a year in the Gregorian calendar: the anonymous algorithm of 1876 (Meeus, Jones, Butcher). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dateOf(year, month, day);
}

/** The last year that was asked for: opening hours ask of day after day. */
let known: { readonly year: number; readonly days: ReadonlyMap<CalendarDate, Holiday> } | undefined;

/** The Dutch public holiday on a day, if it is one. Right from 2014, the first King's Day. */
export function holidayOn(date: CalendarDate): Holiday | undefined {
  const year = Number(date.slice(0, 4));
  if (known?.year !== year) known = { year, days: holidaysOf(year) };
  return known.days.get(date);
}

function holidaysOf(year: number): ReadonlyMap<CalendarDate, Holiday> {
  const easter = easterSunday(year);
  const birthday = dateOf(year, 4, 27);
  // A birthday of the King on a Sunday is celebrated the day before.
  const kingsDay = weekdayOf(birthday) === 6 ? addDays(birthday, -1) : birthday;
  const days: readonly [Holiday, CalendarDate][] = [
    ['new-year', dateOf(year, 1, 1)],
    ['easter-sunday', easter],
    ['easter-monday', addDays(easter, 1)],
    ['kings-day', kingsDay],
    ['ascension-day', addDays(easter, 39)],
    // Behind Ascension: when both fall on one day, as in 2016, one name is enough.
    ['liberation-day', dateOf(year, 5, 5)],
    ['whit-sunday', addDays(easter, 49)],
    ['whit-monday', addDays(easter, 50)],
    ['christmas-day', dateOf(year, 12, 25)],
    ['second-christmas-day', dateOf(year, 12, 26)],
  ];
  return new Map(days.map(([holiday, day]) => [day, holiday]));
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
