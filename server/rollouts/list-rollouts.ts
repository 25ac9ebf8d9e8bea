import type { RolloutOnPage } from '../../core/contract/administration/rollout.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { readFates } from './rollout-fates.ts';
import type { RolloutRow } from './rollout-tables.ts';

/** The roll-outs of a library, newest change first, and how far each of them is. `id`: only this one. */
export async function listRollouts(
  { db }: ServerStore,
  library: string,
  now: Date,
  id?: string,
): Promise<RolloutOnPage[]> {
  const rows = await db
    .selectFrom('rollouts')
    .selectAll()
    .where('library', '=', library)
    .$if(id !== undefined, (query) => query.where('id', '=', String(id)))
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute();
  const all: RolloutOnPage[] = [];
  for (const row of rows) {
    const { devices, inShare, installed, fates } = await readFates(db, row, now);
    const sick = fates.filter((fate) => fate !== undefined).length;
    all.push({ ...onPage(row), devices, inShare, installed, sick });
  }
  return all;
}

function onPage(row: RolloutRow): Omit<RolloutOnPage, 'devices' | 'inShare' | 'installed' | 'sick'> {
  const { id, publisher, pack, channel, version, state, share, why } = row;
  return {
    ...{ id, publisher, pack, channel, version, state, share, why },
    branches: row.branches === null ? null : (JSON.parse(row.branches) as string[]),
    startsAt: row.starts_at,
    show: row.show_rule,
    sickPercent: row.sick_percent,
    changedAt: row.changed_at,
  };
}
