import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../../db/open-store.ts';
import { moveEnrolment } from '../../db/ops/enrolment.ts';
import type { Health } from '../../updates/outbox/batches.ts';
import { type SendReply, sendOutbox } from '../../updates/outbox/send-outbox.ts';
import type { StorePlaces } from '../stores/store-places.ts';

/** What main asks of the process that tells the server. */
export type OutboxRequest = StorePlaces & {
  readonly job: 'outbox';
  readonly health: Omit<Health, 'freeBytes'>;
  /** Where the server of this kiosk listens, in place of what it was told, when a test says so. */
  readonly serverUrl?: string | undefined;
};

/** What came of it: as sending says, or why the store could not be read. */
export type TellReply = SendReply | { readonly ok: false; readonly fault: string; readonly message: string };

/** Tells the server what waits in the ops store. What fails is told, not thrown. */
export async function tellServer({ health, serverUrl, ...places }: OutboxRequest): Promise<TellReply> {
  const { dataDir, migrationsDir, nativeBinding } = places;
  const store = openStore(join(dataDir, 'ops.db'), join(migrationsDir, 'ops'), {
    ...{ nativeBinding, proveSound: false, secureDelete: true },
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  try {
    if (serverUrl !== undefined) moveEnrolment(store.db, serverUrl);
    const told = { ...health, freeBytes: await freeBytes(dataDir) };
    const reply = await sendOutbox(store.db, dataDir, told, () => new Date());
    return reply ?? { ok: true, sent: 0 };
  } catch (error) {
    return { ok: false, fault: 'unknown', message: String(error) };
  } finally {
    store.db.close();
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
