import type { Transaction } from 'kysely';
import type { ItemResult } from '../../core/contract/sync/batch.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DatabaseKind, DeviceRow, ItemRow, QuarantineRow, Tables } from '../store/tables.ts';
import type { Arrival, Heard } from './arrival.ts';
import { countItems } from './count-items.ts';
import type { GoodItem } from './judge-items.ts';
import { keepHealth } from './keep-health.ts';
import { firstOfEach, settleItems } from './settle-items.ts';
import { takeQuestions } from './take-questions.ts';

/**
 * What became of each item of a batch, in its order, and the newest health that was heard of its device; undefined when the device is not
 * approved any more.
 */
export type Taken = { readonly items: TakenItems; readonly healthSeq: number } | undefined;
type TakenItems = readonly { readonly id: string; readonly result: ItemResult }[];

/**
 * Takes in batches of different devices, all in one transaction. What was taken earlier changes nothing. Throws the error of the
 * database, and then nothing of any of them was taken.
 */
export async function takeGroup(
  { db, kind }: ServerStore,
  arrivals: readonly Arrival[],
): Promise<readonly Taken[]> {
  return db.transaction().execute(async (trx) => {
    const devices = await holdDevices(trx, kind, arrivals);
    const heard = arrivals.flatMap((arrival) => {
      const device = devices.get(arrival.batch.device);
      return device === undefined ? [] : [{ ...arrival, device }];
    });
    if (heard.length === 0) return arrivals.map(() => undefined);
    await insertBatches(trx, kind, heard);
    await keepHealth(trx, kind, heard);
    const taken = await takeItems(trx, kind, heard);
    return arrivals.map(({ batch }) => {
      const device = devices.get(batch.device);
      const items = taken.get(batch.device);
      return device && items && { items, healthSeq: Math.max(device.health_seq ?? 0, batch.health.seq) };
    });
  });
}

/**
 * The devices that are approved, held until the end, so that batches of one are taken one after another, at whichever instance. Always
 * in one order, so that no two groups wait for each other. A write, in SQLite, is what takes its lock.
 */
async function holdDevices(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  arrivals: readonly Arrival[],
): Promise<ReadonlyMap<string, DeviceRow>> {
  const ids = arrivals.map(({ batch }) => batch.device);
  const rows =
    kind === 'postgres'
      ? await trx
          .selectFrom('devices')
          .selectAll()
          .where('id', 'in', ids)
          .where('state', '=', 'approved')
          .orderBy('id')
          // Not its key: who notes something of a device meanwhile, such as a roll-out, need not wait, and nobody waits in a circle.
          .forNoKeyUpdate()
          .execute()
      : await trx
          .updateTable('devices')
          .set((make) => ({ last_contact: make.ref('last_contact') }))
          .where('id', 'in', ids)
          .where('state', '=', 'approved')
          .returningAll()
          .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Notes the batches that were not here before. */
async function insertBatches(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  heard: readonly Heard[],
): Promise<void> {
  const rows = heard.map(({ device, batch, now }) => ({
    device: device.id,
    id: batch.batch,
    library: device.library,
    received_at: now.toISOString(),
    starts: batch.health.starts,
    incidents: JSON.stringify(batch.health.incidents),
  }));
  await insertRows(trx, kind, {
    ...{ table: 'batches', columns: BATCH_COLUMNS, rows },
    after: 'ON CONFLICT DO NOTHING',
  });
}

async function takeItems(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  heard: readonly Heard[],
): Promise<ReadonlyMap<string, TakenItems>> {
  const offered = new Map(heard.map(({ device, judged }) => [device.id, firstOfEach(judged)]));
  const fresh = await insertItems(trx, kind, heard, aboveFloors(heard, offered));
  const taken = new Map<string, TakenItems>();
  const aside: QuarantineRow[] = [];
  for (const { device, judged, now } of heard) {
    const mine = fresh.get(device.id) ?? new Map();
    const others = [...(offered.get(device.id)?.keys() ?? [])].filter((id) => !mine.has(id));
    const settled = settleItems(judged, mine, await readItems(trx, device, others));
    taken.set(device.id, settled.results);
    const [library, received_at] = [device.library, now.toISOString()];
    for (const each of settled.aside) aside.push({ device: device.id, library, ...each, received_at });
  }
  await insertRows(trx, kind, {
    ...{ table: 'quarantine', columns: QUARANTINE_COLUMNS, rows: aside },
    after: 'ON CONFLICT DO NOTHING',
  });
  const branches = heard.map(({ device: { id, library, branch }, now }) => ({
    ...{ library, branch, now, items: (fresh.get(id) ?? new Map<string, GoodItem>()).values() },
  }));
  await countItems(trx, kind, branches);
  await takeQuestions(
    trx,
    kind,
    heard.map(({ device, now }) => ({ device, now, items: fresh.get(device.id)?.values() ?? [] })),
  );
  return taken;
}

/**
 * What is offered, but for items that may have been counted and then purged: those with a number and an hour at or below what was purged
 * of their device (decision 30).
 */
function aboveFloors(
  heard: readonly Heard[],
  offered: ReadonlyMap<string, ReadonlyMap<string, GoodItem>>,
): ReadonlyMap<string, ReadonlyMap<string, GoodItem>> {
  const above = new Map(offered);
  for (const { device } of heard) {
    const { id, purged_seq, purged_hour } = device;
    if (purged_seq === null || purged_hour === null) continue;
    const items = [...(offered.get(id) ?? [])].filter(
      ([, { seq, hour }]) => seq > purged_seq || hour > purged_hour,
    );
    above.set(id, new Map(items));
  }
  return above;
}

/** Inserts what is not there yet; that, by device and id. */
async function insertItems(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  heard: readonly Heard[],
  offered: ReadonlyMap<string, ReadonlyMap<string, GoodItem>>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, GoodItem>>> {
  const rows = heard.flatMap(({ device: { id: device, library, branch }, now }) => {
    const received_at = now.toISOString();
    return [...(offered.get(device)?.values() ?? [])].map(({ id, seq, hour, type, body }) => ({
      ...{ device, id, library, branch, seq, hour, type, body, received_at },
    }));
  });
  const added = await insertRows<'items', Pick<ItemRow, 'device' | 'id'>>(trx, kind, {
    ...{ table: 'items', columns: ITEM_COLUMNS, rows },
    after: 'ON CONFLICT DO NOTHING RETURNING device, id',
  });
  if (added.length === rows.length) return offered;
  const fresh = new Map<string, Map<string, GoodItem>>();
  for (const { device, id } of added) {
    const item = offered.get(device)?.get(id);
    const mine = fresh.get(device) ?? new Map<string, GoodItem>();
    if (item !== undefined) fresh.set(device, mine.set(id, item));
  }
  return fresh;
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

const BATCH_COLUMNS = {
  text: ['device', 'id', 'library', 'received_at', 'incidents'],
  bigint: ['starts'],
} as const;
/** The columns of `items`, as `insertRows` takes them. */
export const ITEM_COLUMNS = {
  text: ['device', 'id', 'library', 'branch', 'hour', 'type', 'body', 'received_at'],
  bigint: ['seq'],
} as const;
const QUARANTINE_COLUMNS = {
  text: ['device', 'id', 'sha256', 'library', 'why', 'item', 'received_at'],
} as const;
