import type { PlannedPack } from '../../core/contract/sync/plan.ts';
import { plannedFor } from '../rollouts/read-plan.ts';
import type { RolloutRow } from '../rollouts/rollout-tables.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** What is rolled out at a branch. */
export type PlansOf = (library: string, branch: string) => readonly PlannedPack[];

/** What is rolled out at all branches, as the store has it now. Throws the error of the database. */
export async function readRollouts({ db }: ServerStore): Promise<PlansOf> {
  const rows = await db.selectFrom('rollouts').selectAll().orderBy('version', 'desc').execute();
  const byLibrary = new Map<string, RolloutRow[]>();
  for (const row of rows) byLibrary.set(row.library, [...(byLibrary.get(row.library) ?? []), row]);
  const known = new Map<string, readonly PlannedPack[]>();
  return (library, branch) => {
    const key = `${library} ${branch}`;
    const plans = known.get(key) ?? plannedFor(byLibrary.get(library) ?? [], branch);
    known.set(key, plans);
    return plans;
  };
}
