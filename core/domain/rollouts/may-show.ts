import { isOpenAt } from '../directory/opening-hours.ts';
import type { Schedule } from '../directory/schedule.ts';
import type { ShowRule } from './rollout-step.ts';

/** When a version that lies ready may come onto the screen, at a branch with these opening hours. */
export type ShowTime = {
  readonly show: ShowRule;
  readonly latest: string | null;
  readonly schedules: readonly Schedule[];
};

/** May it, at this moment (milliseconds since 1970), as far as the opening hours go? Without hours there is nothing to wait for. */
export function mayShow({ show, latest, schedules }: ShowTime, now: number): boolean {
  if (show === 'idle' || (latest !== null && Date.parse(latest) <= now)) return true;
  return schedules.length === 0 || !isOpenAt(schedules, now);
}
