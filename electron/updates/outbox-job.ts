import { join } from 'node:path';
import type { WriteDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { moveEnrolment, noteFailure, readEnrolment } from '../../db/ops/enrolment.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { noteSentUntil } from '../../db/ops/sent-until.ts';
import { freeBytes } from '../../updates/free-bytes.ts';
import { exchangeHandovers } from '../../updates/handovers/exchange-handovers.ts';
import type { Health } from '../../updates/outbox/batches.ts';
import { type SendReply, sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { SyncError } from '../../updates/outbox/sync-error.ts';
import { fetchPeople } from '../../updates/people/fetch-people.ts';
import { fetchPublications } from '../../updates/publications/fetch-publications.ts';
import { attempt, type StorePlaces } from '../stores/store-places.ts';

/** What main asks of the process that tells the server. */
export type OutboxRequest = StorePlaces & {
  readonly job: 'outbox';
  readonly health: Omit<Health, 'freeBytes'>;
  /** Where the server of this kiosk listens, in place of what it was told, when a test says so. */
  readonly serverUrl?: string | undefined;
};

/** What came of it: as sending says, or why the store could not be read. */
export type TellReply = SendReply | { readonly ok: false; readonly fault: string; readonly message: string };

/** Tells the server what waits in the ops store, and hears from it who works here. What fails is told, not thrown. */
export async function tellServer({ health, serverUrl, ...places }: OutboxRequest): Promise<TellReply> {
  const { dataDir, migrationsDir, nativeBinding } = places;
  const store = openStore(join(dataDir, 'ops.db'), join(migrationsDir, 'ops'), {
    ...{ nativeBinding, ...OPS_OPTIONS, proveSound: false },
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  try {
    if (serverUrl !== undefined) moveEnrolment(store.db, serverUrl);
    const told = { ...health, freeBytes: freeBytes(dataDir) };
    const begun = new Date();
    const reply = await sendOutbox(store.db, dataDir, told, () => new Date());
    if (reply?.ok && readEnrolment(store.db)?.state === 'approved')
      attempt(() => noteSentUntil(dataDir, begun)); // It only helps to say what was lost, if ever.
    if (reply?.ok !== false || readEnrolment(store.db)?.state === 'revoked')
      await fetchPeople(store.db, dataDir, new Date());
    const failed = reply?.ok ? await tellAndHear(store.db, dataDir) : undefined;
    return failed ?? reply ?? { ok: true, sent: 0 };
  } catch (error) {
    if (error instanceof SyncError) {
      noteFailure(store.db, error.fault, error.message);
      return { ok: false, fault: error.fault, message: error.message };
    }
    return { ok: false, fault: 'unknown', message: String(error) };
  } finally {
    store.db.close();
  }
}

/** A server that knows no handovers or publications yet is asked for none: the rest went well. */
async function tellAndHear(db: WriteDb, dataDir: string): Promise<TellReply | undefined> {
  try {
    await exchangeHandovers(db, dataDir, () => new Date());
    await fetchPublications(db, dataDir);
    return undefined;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const { fault, message } = error;
    if (fault === 'not-found') return undefined;
    noteFailure(db, fault, message);
    return { ok: false, fault, message };
  }
}
