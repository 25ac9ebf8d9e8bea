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
import { SyncError, type SyncFault } from '../../updates/outbox/sync-error.ts';
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
    return (await hearTheRest(store.db, dataDir, reply)) ?? reply ?? { ok: true, sent: 0 };
  } catch (error) {
    return { ok: false, fault: 'unknown', message: String(error) };
  } finally {
    store.db.close();
  }
}

/** After these nothing that this device could hear comes back; any other is of what was sent alone. */
const NOBODY_THERE: readonly string[] = [
  'unreachable',
  'certificate',
  'certificate-date',
  'not-the-server',
  'no-key',
] satisfies SyncFault[];

/**
 * Hears who works here, and tells and hears of handovers and of months, whatever came of the rest: who left must be gone also while the server
 * takes no batch. Undefined when there is nothing to tell besides `reply`; else what failed first.
 */
async function hearTheRest(
  db: WriteDb,
  dataDir: string,
  reply: SendReply | undefined,
): Promise<TellReply | undefined> {
  const isThere = reply?.ok !== false || !NOBODY_THERE.includes(reply.fault);
  // Whoever is revoked needs no server to forget its list.
  if (!isThere && readEnrolment(db)?.state !== 'revoked') return undefined;
  let failed: TellReply | undefined;
  for (const [place, hear] of HEARD) {
    if (reply === undefined && place !== 'people') continue;
    try {
      await hear(db, dataDir);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      const { fault, message } = error;
      // A server that knows no handovers or publications yet is asked for none.
      if (fault === 'not-found' && place !== 'people') continue;
      if (failed === undefined && reply?.ok !== false) {
        noteFailure(db, fault, message);
        failed = { ok: false, fault, message };
      }
      if (NOBODY_THERE.includes(fault)) break;
    }
  }
  return failed;
}

const HEARD: readonly (readonly [string, (db: WriteDb, dataDir: string) => Promise<void>])[] = [
  ['people', (db, dataDir) => fetchPeople(db, dataDir, new Date())],
  ['handovers', (db, dataDir) => exchangeHandovers(db, dataDir, () => new Date())],
  ['publications', fetchPublications],
];
