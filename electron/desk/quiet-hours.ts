import { planIn, planPlace } from '../../core/contract/sync/plan.ts';
import { openTimeBetween } from '../../core/domain/alerts/open-time.ts';
import { instantOf, wallMomentAt } from '../../core/domain/directory/amsterdam-time.ts';
import { openingOn } from '../../core/domain/directory/opening-hours.ts';
import type { Schedule } from '../../core/domain/directory/schedule.ts';
import { readStoredPlan } from '../../db/content/updates/rollout-plan.ts';
import type { ReadDb } from '../../db/open.ts';
import type { Enrolment } from '../../db/ops/enrolment.ts';

const HOUR_MS = 3_600_000;
/** After so many open hours without a question, the log reminds. */
const REMIND_AFTER_HOURS = 2;

/** When the branch of this device is open, as its server said last; nothing when nobody said. Throws SqliteError. */
export function branchSchedules(db: ReadDb, enrolment: Enrolment | undefined): readonly Schedule[] {
  if (enrolment === undefined) return [];
  const { server_key, library, branch } = enrolment;
  const stored = readStoredPlan(db, { server_key, place: planPlace(library, branch) });
  const plan = stored === undefined ? undefined : planIn(JSON.parse(stored.body));
  return plan?.schedules ?? [];
}

/** When to expect questions here: what the server said of the branch, and where it said nothing, what the library wrote for its desk. */
export function deskHours(branch: readonly Schedule[], own: readonly Schedule[]): readonly Schedule[] {
  return branch.length > 0 ? branch : own;
}

/**
 * The hours of today in which a place with these schedules was open and nothing was logged; null while they are few. 0 when the opening that
 * ended last was too short for a number of hours, and nothing was logged in it: a place that is open for an hour and a half is reminded too.
 */
export function quietHours(
  schedules: readonly Schedule[],
  lastLoggedAt: string | undefined,
  now: Date,
): number | null {
  const midnight = instantOf(wallMomentAt(now.getTime()).date, 0);
  const logged = lastLoggedAt === undefined ? midnight : Date.parse(lastLoggedAt);
  // One that is still to come was logged by a clock that ran ahead: it says nothing of today.
  const from = logged > now.getTime() ? midnight : Math.max(midnight, logged);
  const hours = Math.floor(openTimeBetween(schedules, from, now.getTime()) / HOUR_MS);
  if (hours >= REMIND_AFTER_HOURS) return hours;
  const opened = lastOpening(schedules, now);
  return opened !== undefined && from <= opened ? 0 : null;
}

/** When the opening of today began that ended last; undefined when none has ended. */
function lastOpening(schedules: readonly Schedule[], now: Date): number | undefined {
  const { date } = wallMomentAt(now.getTime());
  const ended = openingOn(schedules, date)
    .spans.map(({ opens, closes }) => ({ opens: instantOf(date, opens), closes: instantOf(date, closes) }))
    .filter(({ closes }) => closes <= now.getTime())
    .sort((a, b) => a.closes - b.closes);
  return ended.at(-1)?.opens;
}
