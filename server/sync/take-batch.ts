import type { Transaction } from 'kysely';
import type { Batch, Item, ItemResult } from '../../core/contract/sync/batch.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { printable } from '../store/printable.ts';
import type { DeviceRow, Tables } from '../store/tables.ts';
import { countItems } from './count-items.ts';
import { type GoodItem, judgeItem, type SetAside, setAside } from './judge-items.ts';

/** What became of each item of a batch, in its order; undefined when the device is not approved any more. */
export type Taken = readonly { readonly id: string; readonly result: ItemResult }[] | undefined;

/**
 * Takes in a batch whose signature was checked: all of it or nothing, in one transaction. Sent again it changes nothing.
 * Throws the error of the database, and then nothing was taken.
 */
export async function takeBatch({ db }: ServerStore, batch: Batch, now: Date): Promise<Taken> {
  return db.transaction().execute(async (trx) => {
    // A write first: it holds this device, so that its batches are taken one after another, at whichever instance.
    const device = await trx
      .updateTable('devices')
      .set({ last_contact: now.toISOString() })
      .where('id', '=', batch.device)
      .where('state', '=', 'approved')
      .returningAll()
      .executeTakeFirst();
    if (device === undefined) return undefined;
    await keepHealth(trx, device, batch, now);
    return takeItems(trx, device, batch.items, now);
  });
}

async function keepHealth(
  trx: Transaction<Tables>,
  device: DeviceRow,
  batch: Batch,
  now: Date,
): Promise<void> {
  const { health } = batch;
  const added = await trx
    .insertInto('batches')
    .values({
      device: device.id,
      id: batch.batch,
      library: device.library,
      received_at: now.toISOString(),
      starts: health.starts,
      incidents: JSON.stringify(health.incidents),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const highest = Math.max(0, ...batch.items.map(({ seq }) => seq));
  const late = batch.items.length > 0 && highest < device.last_seq;
  if ((added.numInsertedOrUpdatedRows ?? 0n) === 0n || late) return;
  await trx
    .updateTable('devices')
    .set({
      app_version: printable(health.appVersion),
      clock_skew_ms: Date.parse(health.clock) - now.getTime(),
      backlog: health.backlog,
      free_bytes: health.freeBytes,
      packs: JSON.stringify(health.packs),
      last_seq: Math.max(device.last_seq, highest),
    })
    .where('id', '=', device.id)
    .execute();
}

async function takeItems(
  trx: Transaction<Tables>,
  device: DeviceRow,
  items: readonly Item[],
  now: Date,
): Promise<Taken> {
  const good = new Map<string, GoodItem>();
  const aside: SetAside[] = [];
  const results = new Map<string, ItemResult>();
  for (const item of items) {
    const judged = judgeItem(item);
    if ('good' in judged && !good.has(item.id)) good.set(item.id, judged.good);
    if ('aside' in judged) {
      aside.push(judged.aside);
      if (!results.has(item.id)) results.set(item.id, 'quarantined');
    }
  }
  const fresh = await insertItems(trx, device, [...good.values()], now);
  const before = await readItems(
    trx,
    device,
    [...good.keys()].filter((id) => !fresh.has(id)),
  );
  for (const item of items) {
    const judged = judgeItem(item);
    if (!('good' in judged)) continue;
    const stored = fresh.has(item.id) ? good.get(item.id) : before.get(item.id);
    if (sameContent(judged.good, stored)) {
      results.set(item.id, fresh.has(item.id) ? 'stored' : 'known');
      continue;
    }
    aside.push(setAside(item, 'other-content'));
    if (!results.has(item.id)) results.set(item.id, 'quarantined');
  }
  await quarantine(trx, device, aside, now);
  await countItems(
    trx,
    device,
    [...good.values()].filter(({ id }) => fresh.has(id)),
  );
  return [...results].map(([id, result]) => ({ id, result }));
}

/** Inserts what is not there yet; the ids of those. */
async function insertItems(
  trx: Transaction<Tables>,
  { id: device, library, branch }: DeviceRow,
  items: readonly GoodItem[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (items.length === 0) return new Set();
  const added = await trx
    .insertInto('items')
    .values(items.map((item) => ({ device, library, branch, ...item, received_at: now.toISOString() })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return new Set(added.map(({ id }) => id));
}

async function readItems(
  trx: Transaction<Tables>,
  device: DeviceRow,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GoodItem>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('items')
    .select(['id', 'seq', 'type', 'hour', 'body'])
    .where('device', '=', device.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function quarantine(
  trx: Transaction<Tables>,
  { id: device, library }: DeviceRow,
  aside: readonly SetAside[],
  now: Date,
): Promise<void> {
  if (aside.length === 0) return;
  await trx
    .insertInto('quarantine')
    .values(aside.map((item) => ({ device, library, ...item, received_at: now.toISOString() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function sameContent(one: GoodItem, other: GoodItem | undefined): boolean {
  return (
    other !== undefined &&
    one.seq === other.seq &&
    one.type === other.type &&
    one.hour === other.hour &&
    one.body === other.body
  );
}
