import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { EnrolmentCode, type EnrolmentRequest, writeCode } from '../../core/contract/sync/device.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { printable } from '../store/printable.ts';
import type { DeviceRow } from '../store/tables.ts';

const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** Makes a code for one device of a branch, good for 24 hours; undefined when there is no such branch. The code is told once. */
export async function makeEnrolmentCode(
  { db }: ServerStore,
  library: string,
  branch: string,
  now: Date,
): Promise<{ readonly code: string; readonly expiresAt: string } | undefined> {
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
    .values({ hash: hashOf(EnrolmentCode.parse(code)), library, branch, expires_at: expiresAt, device: null })
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
      .returning(['library', 'branch'])
      .executeTakeFirst();
    if (taken === undefined)
      return trx
        .selectFrom('devices')
        .innerJoin('enrolment_codes', 'enrolment_codes.device', 'devices.id')
        .selectAll('devices')
        .where('hash', '=', hash)
        .where('expires_at', '>', now.toISOString())
        .where('public_key', '=', key)
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
