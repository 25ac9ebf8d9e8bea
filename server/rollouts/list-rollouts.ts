import type { RolloutOnPage } from '../../core/contract/administration/rollout.ts';
import { HeldItself, heldItselfFrom } from '../../core/domain/rollouts/held-itself.ts';
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
  const { id, publisher, pack, channel, version, state, share } = row;
  return {
    ...{ id, publisher, pack, channel, version, state, share, ...reasonOf(row) },
    branches: row.branches === null ? null : (JSON.parse(row.branches) as string[]),
    startsAt: row.starts_at,
    show: row.show_rule,
    sickPercent: row.sick_percent,
    changedAt: row.changed_at,
    endedAt: row.ended_at,
  };
}

/** What an older server wrote where nobody had said why. */
const NOBODY_SAID: ReadonlySet<string> = new Set(['Somebody held it.', 'Somebody rolled it back.']);

/** Why it is held or was rolled back. An older server kept one English sentence, whoever or whatever held it. */
function reasonOf({ why, held_itself }: RolloutRow): Pick<RolloutOnPage, 'why' | 'heldItself'> {
  if (held_itself !== null) return { why, heldItself: HeldItself.parse(JSON.parse(held_itself)) };
  const old = why === null ? undefined : heldItselfFrom(why);
  if (old !== undefined) return { why: null, heldItself: old };
  return { why: why !== null && NOBODY_SAID.has(why) ? null : why, heldItself: null };
}
