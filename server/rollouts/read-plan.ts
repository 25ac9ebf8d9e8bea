import type { Channel } from '../../core/contract/repository/names.ts';
import {
  type BranchDevice,
  MOST_DEVICES,
  MOST_PLANNED,
  MOST_STEPS,
  type Plan,
  type PlannedPack,
} from '../../core/contract/sync/plan.ts';
import { keptSchedules } from '../../core/domain/directory/kept-schedules.ts';
import { type RolloutStep, SHOWN_WITHIN_MS } from '../../core/domain/rollouts/rollout-step.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { planNumber } from './change-plan.ts';
import type { RolloutRow } from './rollout-tables.ts';

/** What the devices of a branch are told; undefined when there is no such branch. */
export async function readPlan(
  { db }: ServerStore,
  library: string,
  branch: string,
): Promise<Plan | undefined> {
  // In one transaction, so that the number is that of what is read. It writes nothing, and waits for nobody who does.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const number = await planNumber({ db: trx }, library);
      const there = await trx
        .selectFrom('branches')
        .leftJoin('branch_hours', (join) =>
          join
            .onRef('branch_hours.library', '=', 'branches.library')
            .onRef('branch_hours.branch', '=', 'branches.id'),
        )
        .select('schedules')
        .where('branches.library', '=', library)
        .where('branches.id', '=', branch)
        .executeTakeFirst();
      if (there === undefined) return undefined;
      const rows = await trx
        .selectFrom('rollouts')
        .selectAll()
        .where('library', '=', library)
        .orderBy('version', 'desc')
        .execute();
      const schedules = there.schedules === null ? [] : keptSchedules(there.schedules);
      const devices = await devicesOf(trx, library, branch);
      return { library, branch, number, packs: plannedFor(rows, branch), schedules, devices };
    });
}

/** The devices of a branch that are approved, in the order of their keys: the same plan is the same bytes. */
async function devicesOf(db: ServerStore['db'], library: string, branch: string): Promise<BranchDevice[]> {
  return db
    .selectFrom('devices')
    .select(['public_key as key', 'profile'])
    .where('library', '=', library)
    .where('branch', '=', branch)
    .where('state', '=', 'approved')
    .orderBy('public_key')
    .limit(MOST_DEVICES)
    .execute();
}

/** What the devices of a branch are told of roll-outs of their library, which come by version, the highest first. */
export function plannedFor(rows: readonly RolloutRow[], branch: string): PlannedPack[] {
  const packs = new Map<string, { of: PlannedPack['of']; steps: RolloutStep[] }>();
  for (const row of rows) {
    const of = { library: row.publisher, pack: row.pack, channel: row.channel as Channel };
    const key = Object.values(of).join(' ');
    const pack = packs.get(key) ?? { of, steps: [] };
    if (pack.steps.length < MOST_STEPS) pack.steps.push(stepOf(row, branch));
    packs.set(key, pack);
  }
  return [...packs.values()].slice(0, MOST_PLANNED);
}

function stepOf(row: RolloutRow, branch: string): RolloutStep {
  return {
    rollout: row.id,
    version: row.version,
    state: row.state,
    share: takesPart(row, branch) ? row.share : 0,
    from: row.starts_at,
    show: row.show_rule,
    latest: new Date(Date.parse(row.watched_from) + SHOWN_WITHIN_MS).toISOString(),
  };
}

/** Is it the turn of a branch? */
export function takesPart({ branches }: Pick<RolloutRow, 'branches'>, branch: string): boolean {
  return branches === null || (JSON.parse(branches) as string[]).includes(branch);
}
