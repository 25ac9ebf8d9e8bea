import type { WriteDb } from '../../db/open.ts';
import { noteFailure, readEnrolment } from '../../db/ops/enrolment.ts';
import { noteSentUntil } from '../../db/ops/sent-until.ts';
import { freeBytes } from '../../updates/free-bytes.ts';
import { exchangeHandovers } from '../../updates/handovers/exchange-handovers.ts';
import type { Health } from '../../updates/outbox/batches.ts';
import { type SendReply, sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { SyncError, type SyncFault } from '../../updates/outbox/sync-error.ts';
import { fetchPeople } from '../../updates/people/fetch-people.ts';
import { fetchPublications } from '../../updates/publications/fetch-publications.ts';
import { attempt } from '../stores/store-places.ts';
import { inOpsStore, type NotDone, type OpsPlaces } from './in-ops-store.ts';

/** What main asks of the process that tells the server. */
export type OutboxRequest = OpsPlaces & {
  readonly job: 'outbox';
  readonly health: Omit<Health, 'freeBytes'>;
};

/** What came of it: as sending says, or why the store could not be read. */
export type TellReply = SendReply | NotDone;

/** Tells the server what waits in the ops store, and hears from it who works here. What fails is told, not thrown. */
export function tellServer({ health, ...places }: OutboxRequest): Promise<TellReply> {
  const { dataDir } = places;
  return inOpsStore(places, async (db): Promise<TellReply> => {
    const told = { ...health, freeBytes: freeBytes(dataDir) };
    const begun = new Date();
    const reply = await sendOutbox(db, dataDir, told, () => new Date());
    if (reply?.ok && readEnrolment(db)?.state === 'approved') attempt(() => noteSentUntil(dataDir, begun)); // It only helps to say what was lost, if ever.
    return (await hearTheRest(db, dataDir, reply)) ?? reply ?? { ok: true, sent: 0 };
  });
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
