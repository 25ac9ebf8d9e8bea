import { type KeyObject, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  Acknowledgement,
  Batch,
  type DeviceHealth,
  MOST_INCIDENTS_TOLD,
  MOST_ITEMS,
  PACKS_UNREAD,
  Refusal,
} from '../../core/contract/sync/batch.ts';
import {
  ACKNOWLEDGEMENT_KIND,
  BATCH_KIND,
  REVOCATION_KIND,
  SERVER_SIGNER,
} from '../../core/contract/sync/kinds.ts';
import type { WriteDb } from '../../db/open.ts';
import { type Enrolled, type Enrolment, noteRevoked, readEnrolment } from '../../db/ops/enrolment.ts';
import { incidentCodesAfter, newestIncident } from '../../db/ops/incidents.ts';
import {
  countOutbox,
  keepBatch,
  newestInOutbox,
  oldestInOutbox,
  partBatch,
  takeAcknowledged,
} from '../../db/ops/outbox.ts';
import { signDetached, signerOf, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { publicDeviceKey } from '../../trust/jws/device-key.ts';
import { readDeviceKey } from './device-key-file.ts';
import { parsed } from './post.ts';
import { type Posted, SyncError } from './sync-error.ts';

/** How the device fares, but for what the store knows itself. Without `packs` nobody knows which it follows, or what it shows. */
export type Health = Pick<DeviceHealth, 'appVersion' | 'freeBytes'> & {
  readonly packs: DeviceHealth['packs'] | undefined;
};

/** A batch that is ready to go: to `server`, or onto a stick. */
export type SignedBatch = Posted & { readonly server: string };

/** Which items go into a new batch. */
type Which = { readonly most?: number; readonly except?: readonly string[]; readonly isNewest?: boolean };

/**
 * The batch that is on its way, or a new one of the oldest items. It is kept before it goes: until it is acknowledged the same bytes
 * go again. `most`: items in a new one; `except`: ids of items that wait; `isNewest`: of the newest
 * item alone instead. Undefined when this device belongs to no server, or is revoked. Throws SyncError (`no-key`) and SqliteError.
 */
export function batchToSend(
  db: WriteDb,
  dataDir: string,
  { packs, ...health }: Health,
  now: Date,
  { most = MOST_ITEMS, except = [], isNewest = false }: Which = {},
): SignedBatch | undefined {
  const enrolment = readEnrolment(db);
  if (enrolment === undefined || enrolment.state === 'revoked') return undefined;
  const { server, device } = enrolment;
  const key = keyIn(dataDir);
  const fresh = () => {
    const items = isNewest ? newestInOutbox(db) : oldestInOutbox(db, most, except);
    const backlog = countOutbox(db) - items.length;
    const { starts, told_incident, health_seq } = enrolment;
    const unread = packs === undefined ? [PACKS_UNREAD] : [];
    const incidents = [
      ...incidentCodesAfter(db, told_incident, MOST_INCIDENTS_TOLD - unread.length),
      ...unread,
    ];
    const seq = health_seq + 1;
    const clock = now.toISOString();
    const told = { seq, ...health, packs: packs ?? [], clock, backlog, starts, incidents };
    const text = JSON.stringify({ device, batch: batchId(now), health: told, items } satisfies Batch);
    keepBatch(db, text, seq, newestIncident(db));
    return text;
  };
  return signBatch(enrolment.batch ?? db.transaction(fresh).immediate(), key, { server, device });
}

/** A batch as it goes to its server: its bytes, and this device's signature of them. `key`: of the device, as PEM. */
export function signBatch(
  text: string,
  key: KeyObject,
  { server, device }: Pick<Enrolled, 'server' | 'device'>,
): SignedBatch {
  const body = Buffer.from(text);
  return { server, body, signature: signDetached(body, key, device, BATCH_KIND) };
}

/**
 * Takes the answer to the batch that is on its way. Throws SyncError (`not-the-server`), and changes nothing, unless the server of
 * this device signed it, for this device, this batch, and each of its items once.
 */
export function takeAnswer(db: WriteDb, { body, signature }: Posted, now: Date): Acknowledgement {
  return db
    .transaction(() => {
      const enrolment = readEnrolment(db);
      const sent = Batch.safeParse(parsed(Buffer.from(enrolment?.batch ?? ''))).data;
      if (enrolment === undefined || sent === undefined) throw refused('no batch waits for one');
      const answer = acknowledgementTo(enrolment, { body, signature });
      if (answer.batch !== sent.batch) throw refused('it is of another batch');
      const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
      if (ids(answer.items).join() !== ids(sent.items).join())
        throw refused('it does not name each item once');
      takeAcknowledged(db, answer, sent.health, now.toISOString());
      return answer;
    })
    .immediate();
}

/** What the server of this device says that it has, signed for this device. Throws SyncError (`not-the-server`) when it is anything else. */
export function acknowledgementTo(
  { server_key, device }: Pick<Enrolment, 'server_key' | 'device'>,
  { body, signature }: Posted,
): Acknowledgement {
  const isSigned =
    signerOf(signature, ACKNOWLEDGEMENT_KIND) === SERVER_SIGNER &&
    verifyDetached(body, signature, publicDeviceKey(server_key), ACKNOWLEDGEMENT_KIND);
  if (!isSigned) throw refused('it is not signed by the server of this device');
  const answer = Acknowledgement.safeParse(parsed(body)).data;
  if (answer === undefined) throw refused('it is not written as one');
  if (answer.device !== device) throw refused('it is of another device');
  return answer;
}

/**
 * Takes a refusal that this device is revoked: nothing is counted or sent from now on. True when the server of this device signed it for
 * this device; else nothing changes, because anybody in between could say so.
 */
export function takeRevocation(db: WriteDb, { body, signature }: Posted): boolean {
  const enrolment = readEnrolment(db);
  const refusal = Refusal.safeParse(parsed(body)).data;
  const isRevoked =
    enrolment !== undefined &&
    refusal?.why === 'revoked' &&
    refusal.device === enrolment.device &&
    signerOf(signature, REVOCATION_KIND) === SERVER_SIGNER &&
    verifyDetached(body, signature, publicDeviceKey(enrolment.server_key), REVOCATION_KIND);
  if (isRevoked) noteRevoked(db);
  return isRevoked;
}

/** The error for an answer that is not taken. */
export function refused(why: string): SyncError {
  return new SyncError('not-the-server', `This acknowledgement is not taken: ${why}. Nothing was changed.`);
}

function keyIn(dataDir: string) {
  try {
    return readDeviceKey(dataDir);
  } catch {
    throw new SyncError(
      'no-key',
      'The key of this device is missing or broken. Enrol the device again with a new code: balie enrol.',
    );
  }
}

/** What is read of a batch that the server did not understand: it may be just what the contract does not know either. */
const Ids = z.object({ items: z.array(z.object({ id: z.string() })) });

/** The item of the batch that is on its way, when it is one alone. */
export function onlyOneSent(db: WriteDb): string | undefined {
  const items = Ids.safeParse(parsed(Buffer.from(readEnrolment(db)?.batch ?? ''))).data?.items ?? [];
  return items.length === 1 ? items[0]?.id : undefined;
}

/** Parts the batch that is on its way, which the server did not understand: how many items of it go next; 0 when none does. */
export function partUnread(db: WriteDb): number {
  const items = Ids.safeParse(parsed(Buffer.from(readEnrolment(db)?.batch ?? ''))).data?.items ?? [];
  return { halves: Math.ceil(items.length / 2), 'given-up': 1, empty: 0 }[partBatch(db, items)];
}

/** The id of a batch: a version 7 UUID (RFC 9562). Not of `node:crypto`: the oldest runtime makes none. */
export function batchId(now: Date): string {
  const time = Math.max(0, now.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
