import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { EnrolmentCode, type EnrolmentRequest, writeCode } from '../../core/contract/sync/device.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { printable } from '../store/printable.ts';
import type { DeviceRow } from '../store/tables.ts';

const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** A code, which is told once, and until when it is good. */
export type MadeCode = { readonly code: string; readonly expiresAt: string };

/**
 * Makes a code for a device that stands in for another one of a library, at the same branch, good for 24 hours: the old one is heard
 * until the new one is approved, and what it counted stays. undefined when the library has no such device.
 */
export async function makeReplacementCode(
  store: ServerStore,
  library: string,
  device: string,
  now: Date,
): Promise<MadeCode | undefined> {
  const old = await store.db
    .selectFrom('devices')
    .select('branch')
    .where('id', '=', device)
    .where('library', '=', library)
    .executeTakeFirst();
  return old && makeEnrolmentCode(store, library, old.branch, now, device);
}

/**
 * Makes a code for one device of a branch, good for 24 hours; undefined when there is no such branch. `replaces`: the device it will
 * stand in for, which is of this library.
 */
export async function makeEnrolmentCode(
  { db }: ServerStore,
  library: string,
  branch: string,
  now: Date,
  replaces?: string,
): Promise<MadeCode | undefined> {
  const there = await db
    .selectFrom('branches')
    .select('id')
    .where('library', '=', library)
    .where('id', '=', branch)
    .executeTakeFirst();
  if (there === undefined) return undefined;
  const code = writeCode(randomBytes(12));
  const expiresAt = new Date(now.getTime() + LIFETIME_MS).toISOString();
  await db
    .insertInto('enrolment_codes')
    .values({
      ...{ hash: hashOf(EnrolmentCode.parse(code)), library, branch, expires_at: expiresAt },
      replaces: replaces ?? null,
    })
    .execute();
  return { code, expiresAt };
}

/**
 * Enrols a device with a code, as one that waits for approval; undefined when the code is unknown, too old or used. The
 * device that used it may ask again while it is good, with the same key: perhaps the answer never reached it.
 */
export async function enrolDevice(
  { db }: ServerStore,
  { code, key, profile, appVersion }: EnrolmentRequest,
  now: Date,
): Promise<DeviceRow | undefined> {
  const hash = hashOf(code);
  const device = randomUUID();
  return db.transaction().execute(async (trx) => {
    // A write first, and all in it: of two devices at two instances one finds the code taken.
    const taken = await trx
      .updateTable('enrolment_codes')
      .set({ device })
      .where('hash', '=', hash)
      .where('device', 'is', null)
      .where('expires_at', '>', now.toISOString())
      .returning(['library', 'branch', 'replaces'])
      .executeTakeFirst();
    if (taken === undefined)
      return trx
        .selectFrom('devices')
        .innerJoin('enrolment_codes', 'enrolment_codes.device', 'devices.id')
        .selectAll('devices')
        .where('hash', '=', hash)
        .where('expires_at', '>', now.toISOString())
        .where('public_key', '=', key)
        .where('state', '!=', 'revoked')
        .executeTakeFirst();
    return trx
      .insertInto('devices')
      .values({
        id: device,
        ...taken,
        public_key: key,
        profile,
        state: 'waiting',
        app_version: printable(appVersion),
        enrolled_at: now.toISOString(),
        packs: '[]',
        last_seq: 0,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

function hashOf(code: EnrolmentCode): string {
  return createHash('sha256').update(code).digest('hex');
}
