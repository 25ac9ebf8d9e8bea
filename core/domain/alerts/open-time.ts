import { addDays, daysBetween } from '../calendar-date.ts';
import { instantOf, wallMomentAt } from '../directory/amsterdam-time.ts';
import { openingOn } from '../directory/opening-hours.ts';
import type { Schedule } from '../directory/schedule.ts';

/** Nobody asks how much longer than so many days it was. */
const MOST_DAYS = 60;

/** For how many milliseconds a place with these schedules was open from one instant to another (milliseconds since 1970). */
export function openTimeBetween(schedules: readonly Schedule[], from: number, to: number): number {
  const last = wallMomentAt(to).date;
  const days = Math.min(MOST_DAYS, Math.max(0, daysBetween(wallMomentAt(from).date, last)));
  let open = 0;
  // From the day before: what opens in the evening may close in the night.
  for (let back = days + 1; back >= 0; back--) {
    const date = addDays(last, -back);
    for (const { opens, closes } of openingOn(schedules, date).spans)
      open += Math.max(0, Math.min(to, instantOf(date, closes)) - Math.max(from, instantOf(date, opens)));
  }
  return open;
}
