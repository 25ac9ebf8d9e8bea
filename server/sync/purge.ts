import { sql, type Transaction } from 'kysely';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import { deviceDigits } from '../../core/domain/device-digits.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import { waitForLocks } from '../store/wait-for-locks.ts';
import type { GoesOn } from '../upkeep/start-upkeep.ts';

/** Raw items, batches and what was set aside are kept for so many days after they came in; the counts stay. */
export const KEPT_DAYS = 30;
/** So many rows of a table go in one transaction: a batch of that device waits no longer than for these. */
const PORTION = 2_000;

/** How many rows went. */
export type Purged = { readonly items: number; readonly batches: number; readonly quarantined: number };

/** What is old did not go everywhere: of how many devices, of which first and why, and what went all the same. */
export class PurgeError extends Error {
  constructor(failed: number, [device, cause]: readonly [string, Error], gone: Purged) {
    const { items, batches, quarantined } = gone;
    super(
      `Not all that is old went of ${failed} ${failed === 1 ? 'device' : 'devices'}, the first of which is ${deviceDigits(device)}: ${cause.message}. What did go: ${items} items, ${batches} batches, ${quarantined} that were set aside.`,
      { cause },
    );
  }
}

/**
 * Deletes what came in more than 30 days before `now`, device by device, and notes up to where each of them was counted: a batch that
 * is sent again counts nothing twice (decision 30). Several instances may do so at once. Whether to go on is asked before each portion. A
 * device at which it fails holds up no other; then PurgeError is thrown at the end, and what was deleted stays so. Throws the error of the
 * database when it does not say which devices there are.
 */
export async function purge(
  { db, kind }: ServerStore,
  now: Date,
  goesOn: GoesOn = () => true,
): Promise<Purged> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  const sum = { items: 0, batches: 0, quarantined: 0 };
  const devices = await db.selectFrom('devices').select('id').orderBy('id').execute();
  const failures: (readonly [string, Error])[] = [];
  const purgeDevice = async (id: string) => {
    // Looked at before anything is locked: most days there is nothing.
    const first = await db
      .selectNoFrom(({ exists, selectFrom }) =>
        TABLES.map((table) =>
          exists(
            selectFrom(table).select('id').where('device', '=', id).where('received_at', '<', before),
          ).as(table),
        ),
      )
      .executeTakeFirstOrThrow();
    if (!TABLES.some((table) => Boolean(first[table]))) return;
    for (let more = true; more && goesOn(); ) {
      const gone = await db.transaction().execute(async (trx) => {
        // Once a day: who is held at this moment would keep for a day more what is to go.
        await waitForLocks(trx, kind);
        return purgePortion(trx, id, before);
      });
      sum.items += gone.items;
      sum.batches += gone.batches;
      sum.quarantined += gone.quarantined;
      more = gone.items === PORTION || gone.batches === PORTION;
    }
  };
  for (const { id } of devices) {
    if (!goesOn()) break;
    try {
      await purgeDevice(id);
    } catch (error) {
      failures.push([id, error as Error]);
    }
  }
  const [first] = failures;
  if (first !== undefined) throw new PurgeError(failures.length, first, sum);
  return sum;
}

const TABLES = ['items', 'batches', 'quarantine'] as const;

async function purgePortion(trx: Transaction<Tables>, device: string, before: string): Promise<Purged> {
  // A write first, as takeBatch does: while items go, none of this device come in.
  const floor = await trx
    .updateTable('devices')
    .set({ purged_seq: sql`purged_seq` })
    .where('id', '=', device)
    .returning(['purged_seq as seq', 'purged_hour as hour'])
    .executeTakeFirstOrThrow();
  const items = await trx
    .deleteFrom('items')
    .where('device', '=', device)
    .where('id', 'in', old(trx, 'items', device, before))
    .returning(['seq', 'hour'])
    .execute();
  if (items.length > 0)
    await trx
      .updateTable('devices')
      .set({
        purged_seq: items.reduce((highest, { seq }) => Math.max(highest, seq), floor.seq ?? 0),
        purged_hour: [floor.hour ?? '', ...items.map(({ hour }) => hour)].sort().at(-1),
      })
      .where('id', '=', device)
      .execute();
  const batches = await trx
    .deleteFrom('batches')
    .where('device', '=', device)
    .where('id', 'in', old(trx, 'batches', device, before))
    .executeTakeFirst();
  const quarantined = await trx
    .deleteFrom('quarantine')
    .where('device', '=', device)
    .where('received_at', '<', before)
    .executeTakeFirst();
  return {
    items: items.length,
    batches: Number(batches.numDeletedRows),
    quarantined: Number(quarantined.numDeletedRows),
  };
}

function old(trx: Transaction<Tables>, table: 'items' | 'batches', device: string, before: string) {
  return trx
    .selectFrom(table)
    .select('id')
    .where('device', '=', device)
    .where('received_at', '<', before)
    .limit(PORTION);
}
