import { wallMomentAt } from '../directory/amsterdam-time.ts';
import { areHoursKnown, isOpenAt } from '../directory/opening-hours.ts';
import type { Schedule } from '../directory/schedule.ts';
import type { ShowRule } from './rollout-step.ts';

/** When a version that lies ready may come onto the screen, at a branch with these opening hours. */
export type ShowTime = {
  readonly show: ShowRule;
  readonly latest: string | null;
  readonly schedules: readonly Schedule[];
};

/**
 * From when to when a branch may be open whose hours nobody gave, in minutes since midnight on the Dutch clock. A roll-out starts nowhere
 * like that; a branch that came later is like that, until somebody gives its hours.
 */
const DAY = { opens: 7 * 60, closes: 22 * 60 };

/** May it, at this moment (milliseconds since 1970), as far as the opening hours go? Where nobody gave them, or they ran out, in the night. */
export function mayShow({ show, latest, schedules }: ShowTime, now: number): boolean {
  if (show === 'idle' || (latest !== null && Date.parse(latest) <= now)) return true;
  const { date, minutes } = wallMomentAt(now);
  if (areHoursKnown(schedules, date)) return !isOpenAt(schedules, now);
  return minutes < DAY.opens || minutes >= DAY.closes;
}
