import type { DeviceState } from '../../core/contract/sync/device.ts';
import { type Doer, writeAudit } from '../accounts/audit.ts';
import { countPlan } from '../rollouts/change-plan.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';

/** The device with this id, whatever its state; undefined when there is none. */
export async function findDevice({ db }: ServerStore, id: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The devices of one library, or of all; by library, branch and day of enrolment. */
export async function listDevices({ db }: ServerStore, library?: string): Promise<DeviceRow[]> {
  return db
    .selectFrom('devices')
    .selectAll()
    .$if(library !== undefined, (query) => query.where('library', '=', String(library)))
    .orderBy('library')
    .orderBy('branch')
    .orderBy('enrolled_at')
    .execute();
}

/** How many devices there are in each state, in all libraries together. */
export async function countDevices({ db }: ServerStore): Promise<{ state: DeviceState; number: number }[]> {
  return db
    .selectFrom('devices')
    .select(['state', (make) => make.fn.countAll<number>().as('number')])
    .groupBy('state')
    .execute();
}

/**
 * Approves a device that waits, and revokes the one that it stands in for, with a line in the trail of its own: nobody asked for that by
 * name. False when there is none that waits. One that was revoked stays so: it enrols again. `who`: without, a command at the server.
 */
export async function approveDevice(
  store: ServerStore,
  id: string,
  who?: Doer,
  now = new Date(),
): Promise<boolean> {
  const { db } = store;
  if (!db.isTransaction)
    return db.transaction().execute((trx) => approveDevice({ ...store, db: trx }, id, who, now));
  const approved = await db
    .updateTable('devices')
    .set({ state: 'approved', approved_at: now.toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['library', 'replaces'])
    .executeTakeFirst();
  if (approved === undefined) return false;
  // The others of its branch are told of it.
  await countPlan(store, approved.library);
  const { replaces, library } = approved;
  if (replaces !== null && (await revokeDevice(store, replaces)))
    await writeAudit(db, who ?? { library }, 'device-revoked', replaces);
  return true;
}

/** Revokes a device for good, and has the others of its branch told; false when there is none that was not. */
export async function revokeDevice(store: ServerStore, id: string): Promise<boolean> {
  const { db } = store;
  if (!db.isTransaction) return db.transaction().execute((trx) => revokeDevice({ ...store, db: trx }, id));
  const revoked = await db
    .updateTable('devices')
    .set({ state: 'revoked' })
    .where('id', '=', id)
    .where('state', '!=', 'revoked')
    .returning('library')
    .executeTakeFirst();
  if (revoked === undefined) return false;
  await countPlan(store, revoked.library);
  return true;
}
