import type { HoursList } from '../../core/contract/administration/rollout.ts';
import { keptSchedules } from '../../core/domain/directory/kept-schedules.ts';
import type { Schedule } from '../../core/domain/directory/schedule.ts';
import { type WeekHours, weekOf } from '../../core/domain/directory/week-hours.ts';
import { type Doer, writeAudit } from '../accounts/audit.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { changePlan } from './change-plan.ts';
import { needBranches } from './start-rollout.ts';

/** Keeps when a branch is open, in place of what was known. Throws RolloutError when the library has no such branch. */
export async function setBranchHours(
  store: ServerStore,
  library: string,
  branch: string,
  schedules: readonly Schedule[],
  who: Doer = { library },
): Promise<void> {
  await changePlan(store, library, async (trx) => {
    await needBranches(trx, library, [branch]);
    await trx
      .insertInto('branch_hours')
      .values({ library, branch, schedules: JSON.stringify(schedules) })
      .onConflict((conflict) =>
        conflict
          .columns(['library', 'branch'])
          .doUpdateSet((make) => ({ schedules: make.ref('excluded.schedules') })),
      )
      .execute();
    await writeAudit(trx, who, 'branch-hours-set', branch);
  });
}

/** When each branch of a library is open, by the names of the branches. */
export async function listBranchHours({ db }: ServerStore, library: string): Promise<HoursList> {
  const rows = await db
    .selectFrom('branches')
    .leftJoin('branch_hours', (join) =>
      join
        .onRef('branch_hours.library', '=', 'branches.library')
        .onRef('branch_hours.branch', '=', 'branches.id'),
    )
    .select(['branches.id', 'branches.name', 'schedules'])
    .where('branches.library', '=', library)
    .orderBy('branches.name')
    .orderBy('branches.id')
    .execute();
  return {
    branches: rows.map(({ id, name, schedules }) => ({
      ...{ id, name },
      hours: schedules === null ? 'unknown' : hoursIn(schedules),
    })),
  };
}

/** A plain week; special too where a schedule cannot be read any more, or saving the week would lose it unseen. */
function hoursIn(json: string): WeekHours | 'special' {
  const kept = keptSchedules(json);
  return (kept.length === (JSON.parse(json) as unknown[]).length ? weekOf(kept) : undefined) ?? 'special';
}
