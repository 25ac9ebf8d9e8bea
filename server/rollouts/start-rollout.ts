import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { RolloutWanted } from '../../core/contract/administration/rollout.ts';
import { type Doer, writeAudit } from '../accounts/audit.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import { changePlan } from './change-plan.ts';
import { needVersion } from './need-version.ts';
import { RolloutError } from './rollout-error.ts';

/** Starts a roll-out over the devices of a library; its id. `who`: without, a command at the server. Throws RolloutError. */
export async function startRollout(
  store: ServerStore,
  library: string,
  wanted: RolloutWanted,
  now: Date,
  who: Doer = { library },
): Promise<string> {
  const { publisher, pack, channel, version, share, branches, show, sickPercent } = wanted;
  const id = randomUUID();
  await needVersion(store.data, wanted);
  await changePlan(store, library, async (trx) => {
    await needBranches(trx, library, branches);
    if (show === 'closed') await needHours(trx, library, branches);
    const highest = await trx
      .selectFrom('rollouts')
      .select((make) => make.fn.max<number | null>('version').as('version'))
      .where('library', '=', library)
      .where('publisher', '=', publisher)
      .where('pack', '=', pack)
      .where('channel', '=', channel)
      .executeTakeFirst();
    if (version <= (highest?.version ?? 0))
      throw new RolloutError(
        'not-this',
        `Version ${version} of ${pack} is not above version ${highest?.version}, which was rolled out before. What comes back is published under a higher number: balie repository rollback.`,
      );
    const startsAt = new Date(wanted.startsAt ?? now).toISOString();
    await trx
      .insertInto('rollouts')
      .values({
        ...{ id, library, publisher, pack, channel, version, share, state: 'going' },
        branches: branches === undefined ? null : JSON.stringify([...new Set(branches)].sort()),
        starts_at: startsAt,
        show_rule: show,
        sick_percent: sickPercent,
        watched_from: [startsAt, now.toISOString()].sort()[1] ?? startsAt,
        changed_at: now.toISOString(),
        ...{ earlier_rings: null, why: null, held_itself: null, ended_at: null },
      })
      .execute();
    await writeAudit(trx, who, 'rollout-started', `${publisher}/${pack} ${version} (${id})`);
  });
  return id;
}

/** Throws RolloutError unless the library has all of these branches. */
export async function needBranches(
  trx: Transaction<Tables>,
  library: string,
  branches: readonly string[] | undefined,
): Promise<void> {
  if (branches === undefined) return;
  const rows = await trx
    .selectFrom('branches')
    .select('id')
    .where('library', '=', library)
    .where('id', 'in', branches)
    .execute();
  const unknown = branches.filter((branch) => !rows.some(({ id }) => id === branch));
  if (unknown.length > 0)
    throw new RolloutError('not-this', `The library has no branch "${unknown[0]}". Nothing was changed.`);
}

/** Closing time is waited for where it is known only: throws RolloutError where nobody gave the hours of one of these branches, or of all. */
export async function needHours(
  trx: Transaction<Tables>,
  library: string,
  branches: readonly string[] | undefined,
): Promise<void> {
  const without = await trx
    .selectFrom('branches')
    .leftJoin('branch_hours', (join) =>
      join
        .onRef('branch_hours.library', '=', 'branches.library')
        .onRef('branch_hours.branch', '=', 'branches.id'),
    )
    .select('branches.id')
    .where('branches.library', '=', library)
    .where('schedules', 'is', null)
    .$if(branches !== undefined, (query) => query.where('branches.id', 'in', branches ?? []))
    .executeTakeFirst();
  if (without !== undefined)
    throw new RolloutError(
      'not-this',
      `Nobody said when the branch "${without.id}" is open, so no device there can wait for closing time. Give its hours first: balie server branch hours.`,
    );
}
