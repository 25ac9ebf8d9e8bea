import { z } from 'zod';
import { DeviceHealth } from '../../core/contract/sync/batch.ts';
import type { AlertKind } from '../../core/domain/alerts/alert.ts';
import type { Away } from '../../core/domain/alerts/away.ts';
import type { DeviceFacts } from '../../core/domain/alerts/judge-device.ts';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';
import { KEPT_DAYS } from '../sync/purge.ts';
import type { HoursOf } from './read-hours.ts';

const HOUR_MS = 3_600_000;
/** A device that starts again and again makes contact now and then in an hour, not more often than this. */
const MOST_CONTACTS = 60;

/** What is known of a device, to judge it by. `open`: what its library is warned of already. Throws the error of the database. */
export async function deviceFacts(
  store: ServerStore,
  device: DeviceRow,
  { hoursOf, away }: { readonly hoursOf: HoursOf; readonly away: readonly Away[] },
  open: ReadonlySet<AlertKind>,
  now: Date,
): Promise<DeviceFacts> {
  const approved = device.approved_at ?? device.enrolled_at;
  return {
    lastHeard: Date.parse(device.last_contact ?? approved),
    approved: Date.parse(approved),
    freeBytes: device.free_bytes,
    packs: packsOf(device),
    contacts: await contactsOf(store, device, open, now),
    schedules: hoursOf(device.library, device.branch),
    away,
    open,
  };
}

/**
 * The newest batches, oldest first; none of a device that was not heard for an hour, unless it is warned of for what it told then, and
 * until that begins to be purged: it is of no use to ask. When there are no older ones,
 * its enrolment comes before them: what it started until then happened since.
 */
async function contactsOf(
  { db }: ServerStore,
  { id, last_contact, enrolled_at }: DeviceRow,
  open: ReadonlySet<AlertKind>,
  now: Date,
): Promise<DeviceFacts['contacts']> {
  const last = open.has('crash-looping') ? (KEPT_DAYS - 1) * DAY_MS : HOUR_MS;
  if (last_contact === null || Date.parse(last_contact) <= now.getTime() - last) return [];
  const rows = await db
    .selectFrom('batches')
    .select(['received_at', 'starts'])
    .where('device', '=', id)
    .orderBy('received_at', 'desc')
    .limit(MOST_CONTACTS)
    .execute();
  const contacts = rows.reverse().map(({ received_at, starts }) => ({ at: Date.parse(received_at), starts }));
  if (rows.length === MOST_CONTACTS) return contacts;
  const first = Math.max(Date.parse(enrolled_at), now.getTime() - KEPT_DAYS * DAY_MS);
  return [{ at: first, starts: 0 }, ...contacts];
}

const Packs = z.string().transform((text) => DeviceHealth.shape.packs.parse(JSON.parse(text)));

/** The packs that a device shows, as it said last. */
export function packsOf({ packs }: Pick<DeviceRow, 'packs'>): z.infer<typeof Packs> {
  return Packs.parse(packs);
}
