import { Batch, MOST_ITEMS } from '../../core/contract/sync/batch.ts';
import type { WriteDb } from '../../db/open.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { forgetCarried, oldestInOutbox } from '../../db/ops/outbox.ts';
import { acknowledgementTo, batchId, refused, type SignedBatch, signBatch } from './batches.ts';
import { readDeviceKey } from './device-key-file.ts';
import { parsed } from './post.ts';
import type { Posted } from './sync-error.ts';

/** So many batches go along beside the first: 20,000 items, more than a busy kiosk counts between two rounds. */
export const MOST_CARRIED = 100;

/** A batch that goes along, and up to which number of the outbox its items go. */
export type CarriedBatch = SignedBatch & { readonly until: number };

/**
 * What a stick takes along beside `first`, the batch that is on its way: all that waits after it, oldest first, in batches that are not
 * kept here. Their items wait until they are acknowledged by whatever way; where they arrive twice, the server counts them once. They tell
 * nothing of how the device fares but how much waits after each: the first does. Who writes one down says so before (`noteCarried`). Throws SyncError (`no-key`) and SqliteError.
 */
export function carriedBatches(db: WriteDb, dataDir: string, first: SignedBatch, now: Date): CarriedBatch[] {
  // One that rotted goes alone, and is parted when it is refused over a network.
  const told = Batch.safeParse(parsed(first.body)).data;
  if (told === undefined) return [];
  const { device, health } = told;
  const key = readDeviceKey(dataDir);
  const ids = told.items.map(({ id }) => id);
  const items = oldestInOutbox(db, MOST_CARRIED * MOST_ITEMS, ids);
  const batches: CarriedBatch[] = [];
  for (let at = 0; at < items.length; at += MOST_ITEMS) {
    const batch = batchId(now);
    const part = items.slice(at, at + MOST_ITEMS);
    const backlog = Math.max(0, health.backlog - at - part.length);
    const text = JSON.stringify({
      ...{ device, batch, health: { ...health, starts: 0, incidents: [], backlog }, items: part },
    } satisfies Batch);
    const signed = signBatch(text, key, { server: first.server, device });
    batches.push({ ...signed, until: part.at(-1)?.seq ?? 0 });
  }
  return batches;
}

/**
 * Takes the answer to one of those: what the server says that it has is forgotten here. How many items still waited. Throws SyncError
 * (`not-the-server`), and changes nothing, unless the server of this device signed it for this device. Which batch it is of does not
 * matter: an item that the server has once it has for good.
 */
export function takeCarried(db: WriteDb, posted: Posted): number {
  const enrolment = readEnrolment(db);
  if (enrolment === undefined) throw refused('this device belongs to no server');
  return forgetCarried(db, acknowledgementTo(enrolment, posted).items);
}
