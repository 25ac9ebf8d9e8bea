import { z } from 'zod';
import { DAY_MS, dayNumber } from '../calendar-date.ts';
import { wallMomentAt } from '../directory/amsterdam-time.ts';

/** A month of a Dutch calendar, as `2026-11`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is no month, as in 2026-11');
export type Month = z.infer<typeof Month>;

/** A month is told of when so many days of the next have passed: what a desk logged without a network is there by then. */
export const CLOSES_AFTER_DAYS = 7;

/** The month after. */
export function monthAfter(month: Month): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}

/** The month that was so many months before. */
export function monthsBefore(month: Month, many: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - many;
  const [year, ofYear] = [Math.floor(number / 12), (number % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}`;
}

/** Is the month over at a moment (milliseconds since 1970), and for so long that it may be told of? */
export function mayClose(month: Month, now: number): boolean {
  const { date } = wallMomentAt(now - CLOSES_AFTER_DAYS * DAY_MS);
  return dayNumber(date) >= dayNumber(`${monthAfter(month)}-01`);
}

/** The month on a Dutch calendar at a moment (milliseconds since 1970). */
export function monthAt(moment: number): Month {
  return wallMomentAt(moment).date.slice(0, 7);
}

/**
 * In which month a question is told of: its own, and when that is closed, the first that is not. So each is told of once, in one month
 * only, and no two reports differ by a few. `closed`: the last month that was closed, if any. `came`: the month in which it came; a clock
 * that says a later one is wrong.
 */
export function toldIn(month: Month, closed: Month | undefined, came: Month): Month {
  const own = month > came ? came : month;
  return closed === undefined || own > closed ? own : monthAfter(closed);
}
