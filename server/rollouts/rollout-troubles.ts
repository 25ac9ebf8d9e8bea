import type { Kysely } from 'kysely';
import { SICK_STARTS } from '../../core/domain/rollouts/device-fate.ts';
import { startsADay } from '../../core/domain/rollouts/starts-a-day.ts';
import type { Tables } from '../store/tables.ts';
import { watchedSince } from './rollout-rings.ts';
import type { RolloutRow } from './rollout-tables.ts';

const DAY_MS = 24 * 3_600_000;
/** The batches of one contact belong together: what it told first may be in the one before that in which we saw the version. */
const ONE_CONTACT_MS = 60_000;
/** Batches from before are purged: who told of none since then was away for so long at least. */
const KEPT_MS = 30 * DAY_MS;

/** What a device lived through between two contacts: `starts` as so many in a day. */
export type Trouble = { readonly at: string; readonly starts: number; readonly incidents: readonly string[] };

/** What devices of the library told of in the last 24 hours, as far as it counts; most batches tell of nothing. */
export async function readTroubles(
  db: Kysely<Tables>,
  rollout: RolloutRow,
  now: Date,
): Promise<ReadonlyMap<string, readonly Trouble[]>> {
  const dayAgo = new Date(now.getTime() - DAY_MS).toISOString();
  const from = [dayAgo, watchedSince(rollout)].sort()[1] ?? dayAgo;
  const rows = await db
    .selectFrom('batches')
    .select(['device', 'received_at', 'starts', 'incidents'])
    .where('library', '=', rollout.library)
    .where('received_at', '>=', from)
    .where((make) => make.or([make('starts', '>', 0), make('incidents', '<>', '[]')]))
    .execute();
  const told = new Map<string, number>();
  for (const { device, starts } of rows) told.set(device, (told.get(device) ?? 0) + starts);
  // Only of those that could be sick it is asked how long they were away.
  const many = [...told].flatMap(([device, starts]) => (starts >= SICK_STARTS ? [device] : []));
  const contacts = await readContacts(db, many, now);
  const all = new Map<string, Trouble[]>();
  for (const { device, received_at, starts, incidents } of rows) {
    const received = Date.parse(received_at);
    // The batches of one contact come at once: since when it was away says none of them but the first.
    const before = contacts.get(device)?.findLast((at) => at < received - ONE_CONTACT_MS);
    const of = all.get(device) ?? [];
    of.push({
      at: new Date(received + ONE_CONTACT_MS).toISOString(),
      starts: before === undefined ? starts : startsADay(starts, received - before),
      incidents: JSON.parse(incidents) as string[],
    });
    all.set(device, of);
  }
  return all;
}

/** When each device was in contact, oldest first, beginning with its enrolment. */
async function readContacts(
  db: Kysely<Tables>,
  devices: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const all = new Map<string, number[]>();
  for (const device of devices) {
    const { enrolled_at } = await db
      .selectFrom('devices')
      .select('enrolled_at')
      .where('id', '=', device)
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('batches')
      .select('received_at')
      .where('device', '=', device)
      .orderBy('received_at')
      .execute();
    const first = Math.max(Date.parse(enrolled_at), now.getTime() - KEPT_MS);
    all.set(device, [first, ...rows.map(({ received_at }) => Date.parse(received_at))]);
  }
  return all;
}
