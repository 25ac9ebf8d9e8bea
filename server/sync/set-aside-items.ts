import type { Transaction } from 'kysely';
import type { SetAside } from '../../core/contract/administration/set-aside.ts';
import { Item } from '../../core/contract/sync/batch.ts';
import { type Doer, writeAudit } from '../accounts/audit.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow, ItemRow, QuarantineRow, Tables } from '../store/tables.ts';
import { countItems } from './count-items.ts';
import { type GoodItem, judgeItem } from './judge-items.ts';
import { ITEM_COLUMNS } from './take-group.ts';
import { takeQuestions } from './take-questions.ts';

/** What was set aside, oldest first. Throws the error of the database. */
export async function listSetAside({ db }: ServerStore): Promise<QuarantineRow[]> {
  return db
    .selectFrom('quarantine')
    .selectAll()
    .orderBy('received_at')
    .orderBy('device')
    .orderBy('id')
    .orderBy('sha256')
    .execute();
}

/** How much was set aside of the devices of a library, by reason. Throws the error of the database. */
export async function countSetAside({ db }: ServerStore, library: string): Promise<SetAside['groups']> {
  const rows = await db
    .selectFrom('quarantine')
    .select([
      'why',
      ({ fn }) => fn.countAll<string | number>().as('number'),
      ({ fn }) => fn.count<string | number>('device').distinct().as('devices'),
    ])
    .where('library', '=', library)
    .groupBy('why')
    .orderBy('why')
    .execute();
  return rows.map(({ why, number, devices }) => ({ why, number: Number(number), devices: Number(devices) }));
}

/** Which items are judged again, those of a library or all, and who has that done: an account, or a command at the server. */
type Judging = { readonly library?: string; readonly who?: Doer };

/**
 * Judges once more what was not understood, after an upgrade: what is good now is counted, as if it came in at `now`, and is set aside no
 * more. What was counted under its id meanwhile stays aside. Device by device, each in one transaction that holds the device as a batch
 * does, with a line in the audit trail. How many were counted. Throws the error of the database; then nothing of that device changed.
 */
export async function judgeAgain(
  store: ServerStore,
  now: Date,
  { library, who }: Judging = {},
): Promise<number> {
  const rows = await store.db
    .selectFrom('quarantine')
    .select('device')
    .distinct()
    .where('why', '=', 'not-understood')
    .$if(library !== undefined, (query) => query.where('library', '=', String(library)))
    .orderBy('device')
    .execute();
  let counted = 0;
  for (const { device } of rows)
    counted += await store.db
      .transaction()
      .execute((trx) => judgeDeviceAgain(trx, { store, id: device, now, who }));
  return counted;
}

async function judgeDeviceAgain(
  trx: Transaction<Tables>,
  {
    store: { kind },
    id,
    now,
    who,
  }: { readonly store: ServerStore; readonly id: string; readonly now: Date; readonly who: Doer | undefined },
): Promise<number> {
  const device: DeviceRow = await trx
    .updateTable('devices')
    .set((make) => ({ last_contact: make.ref('last_contact') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const aside = await trx
    .selectFrom('quarantine')
    .selectAll()
    .where('device', '=', id)
    .where('why', '=', 'not-understood')
    .orderBy('sha256')
    .execute();
  const items: GoodItem[] = [];
  for (const { id: item, sha256, item: text } of aside) {
    const good = goodIn(text);
    if (good === undefined || !(await insertItem(trx, kind, device, good, now))) continue;
    items.push(good);
    await trx
      .deleteFrom('quarantine')
      .where('device', '=', id)
      .where('id', '=', item)
      .where('sha256', '=', sha256)
      .execute();
  }
  // All at once, as of a batch: counts that others write too are written in one order everywhere.
  await countItems(trx, kind, [{ library: device.library, branch: device.branch, now, items }]);
  await takeQuestions(trx, kind, [{ device, now, items }]);
  const doer = who ?? { library: device.library };
  if (items.length > 0) await writeAudit(trx, doer, 'set-aside-counted', `${id} (${items.length})`);
  return items.length;
}

function goodIn(text: string): GoodItem | undefined {
  const item = Item.safeParse(JSON.parse(text));
  return item.success ? judgeItem(item.data).good : undefined;
}

/** False when there is one under its id already. */
async function insertItem(
  trx: Transaction<Tables>,
  kind: ServerStore['kind'],
  { id: device, library, branch }: DeviceRow,
  good: GoodItem,
  now: Date,
): Promise<boolean> {
  const row: ItemRow = { device, library, branch, ...good, received_at: now.toISOString() };
  const added = await insertRows<'items', Pick<ItemRow, 'id'>>(trx, kind, {
    ...{ table: 'items', columns: ITEM_COLUMNS, rows: [row] },
    after: 'ON CONFLICT DO NOTHING RETURNING id',
  });
  return added.length > 0;
}
