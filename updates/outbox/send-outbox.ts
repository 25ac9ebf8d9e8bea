import { MOST_ITEMS } from '../../core/contract/sync/batch.ts';
import type { WriteDb } from '../../db/open.ts';
import { noteFailure, readEnrolment } from '../../db/ops/enrolment.ts';
import { dropBatch, giveUp, hasNews, oldestInOutbox } from '../../db/ops/outbox.ts';
import { batchToSend, type Health, onlyOneSent, partUnread, takeAnswer, takeRevocation } from './batches.ts';
import { post, serverAddress } from './post.ts';
import { SyncError, type SyncFault } from './sync-error.ts';

/** What the server says of a batch that it will never take as it is. */
const UNREAD: readonly SyncFault[] = ['bad-request', 'too-large'];

/**
 * So many items that the server cannot read are passed over, one alone each time, in search of one that it takes. Then the newest is
 * tried alone: those of before an upgrade may all be unreadable, and they hold up nothing that came after it.
 */
const MOST_PASSED = 20;

/** What came of it: `sent` items at the server, or why not all of them. */
export type SendReply =
  | { readonly ok: true; readonly sent: number }
  | { readonly ok: false; readonly sent: number; readonly fault: SyncFault; readonly message: string };

/**
 * Tells the server all that waits, batch after batch, and at least that this device is there. What fails is kept for whoever looks
 * after the kiosk, and told, not thrown; the next try sends the same bytes, unless it is known that they were not taken. An item is given up for a batch that the server cannot read
 * only when it took another one in this contact: a server that takes none has a fault of its own. Undefined when there is no server to tell.
 */
export async function sendOutbox(
  db: WriteDb,
  dataDir: string,
  health: Health,
  now: () => Date,
): Promise<SendReply | undefined> {
  let sent = 0;
  let most = MOST_ITEMS;
  let isHeard = false;
  let passed: string[] = [];
  let isNewest = false;
  let isOld = false;
  try {
    for (let first = true; ; first = false) {
      const isParted = most < MOST_ITEMS;
      // The first may be one that was made long ago, or be taken for one: how the device fares now, and what came after that, is told too.
      const isDone = !isOld && !hasNews(db);
      if (!first && !isParted && (isDone || readEnrolment(db)?.state !== 'approved')) break;
      isOld = first && readEnrolment(db)?.batch != null;
      const batch = batchToSend(db, dataDir, health, now(), { most, except: passed, isNewest });
      if (batch === undefined) return first ? undefined : { ok: true, sent };
      try {
        const answer = await post(serverAddress(batch.server), 'api/v1/batches', batch.body, batch.signature);
        const told = readEnrolment(db)?.health_seq ?? 0;
        const { items, healthSeq } = takeAnswer(db, answer, now());
        sent += items.length;
        // This store came back from a copy: the server takes its old number for an older batch. Once a contact, whatever it answers.
        isOld ||= first && healthSeq > told;
        if (items.length > 0 && passed.length > 0) {
          giveUp(db, passed);
          passed = [];
        }
        most = MOST_ITEMS;
        isNewest = false;
        isHeard = true;
      } catch (error) {
        if (!(error instanceof SyncError) || !UNREAD.includes(error.fault)) throw error;
        // Is it an item, or what is around them? No item is lost to a server that takes no batch at all, not even an empty one.
        const wasEmpty = most === 0;
        const only = isHeard && sent === 0 ? onlyOneSent(db) : undefined;
        if (only !== undefined) {
          passed.push(only);
          dropBatch(db);
          most = 1;
          if (isNewest || oldestInOutbox(db, 1, passed).length === 0) throw error;
          isNewest = passed.length === MOST_PASSED;
          continue;
        }
        most = isHeard ? partUnread(db) : 0;
        if (!isHeard) dropBatch(db);
        if (most === 0 && (isHeard || wasEmpty)) throw error;
      }
    }
    return { ok: true, sent };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    // No batch of a device that waits is taken in. Of one that was approved nobody signed this: what is on its way may have arrived.
    if (error.fault === 'not-approved' && readEnrolment(db)?.state === 'waiting') dropBatch(db);
    const isForged =
      error.fault === 'revoked' && !(error.answer !== undefined && takeRevocation(db, error.answer));
    const message = isForged
      ? `${error.message} It is not signed by the server, so it does not count.`
      : error.message;
    noteFailure(db, error.fault, message);
    return { ok: false, sent, fault: error.fault, message };
  }
}
