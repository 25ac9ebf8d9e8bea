import type { Schedule } from '../../core/domain/directory/schedule.ts';
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
