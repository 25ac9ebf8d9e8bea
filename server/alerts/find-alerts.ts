import { z } from 'zod';
import { DeviceHealth } from '../../core/contract/sync/batch.ts';
import type { AlertFinding, AlertKind } from '../../core/domain/alerts/alert.ts';
import type { AlertRules } from '../../core/domain/alerts/alert-rules.ts';
import { judgeDevice, type NewestPack } from '../../core/domain/alerts/judge-device.ts';
import { judgeExpiry } from '../../core/domain/alerts/judge-expiry.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';
import type { AlertRow } from './alert-tables.ts';
import type { HoursOf } from './read-hours.ts';
import type { Published } from './read-published.ts';

const HOUR_MS = 3_600_000;
/** A device that starts again and again makes contact now and then in an hour, not more often than this. */
const MOST_CONTACTS = 60;
/** The subject of what a library publishes, as against the id of a device. */
export const REPOSITORY_SUBJECT = 'repository';

/** Something to warn a library of. */
export type Found = Pick<AlertRow, 'library' | 'subject' | 'device'> & { readonly finding: AlertFinding };

/** What it takes to find it. */
export type FindPlan = {
  readonly rules: AlertRules;
  readonly published: Published;
  readonly newest: readonly NewestPack[];
  readonly hoursOf: HoursOf;
};

/** All that is wrong now, at every library. `open`: the alerts that are open. Throws the error of the database. */
export async function findAlerts(
  store: ServerStore,
  { rules, published, newest, hoursOf }: FindPlan,
  open: readonly AlertRow[],
  now: Date,
): Promise<Found[]> {
  const found: Found[] = [];
  const libraries = await store.db.selectFrom('libraries').select('id').execute();
  for (const { id: library } of libraries) {
    const finding = judgeExpiry(published.expiries.get(library) ?? [], rules, now.getTime());
    if (finding !== undefined) found.push({ library, subject: REPOSITORY_SUBJECT, device: null, finding });
  }
  const devices = await store.db
    .selectFrom('devices')
    .selectAll()
    .where('state', '=', 'approved')
    .orderBy('id')
    .execute();
  for (const device of devices) {
    const facts = {
      lastHeard: Date.parse(device.last_contact ?? device.enrolled_at),
      freeBytes: device.free_bytes,
      packs: packsOf(device),
      contacts: await contactsOf(store, device, now),
      schedules: hoursOf(device.library, device.branch),
      open: new Set<AlertKind>(open.filter(({ subject }) => subject === device.id).map(({ kind }) => kind)),
    };
    for (const finding of judgeDevice(facts, newest, rules, now.getTime()))
      found.push({ library: device.library, subject: device.id, device: device.id, finding });
  }
  return found;
}

/** The newest batches, oldest first; none of a device that was not heard for an hour: it is of no use to ask then. */
async function contactsOf(
  { db }: ServerStore,
  { id, last_contact }: DeviceRow,
  now: Date,
): Promise<{ at: number; starts: number }[]> {
  if (last_contact === null || Date.parse(last_contact) <= now.getTime() - HOUR_MS) return [];
  const rows = await db
    .selectFrom('batches')
    .select(['received_at', 'starts'])
    .where('device', '=', id)
    .orderBy('received_at', 'desc')
    .limit(MOST_CONTACTS)
    .execute();
  return rows.reverse().map(({ received_at, starts }) => ({ at: Date.parse(received_at), starts }));
}

const Packs = z.string().transform((text) => DeviceHealth.shape.packs.parse(JSON.parse(text)));

function packsOf({ packs }: DeviceRow): z.infer<typeof Packs> {
  return Packs.parse(packs);
}
