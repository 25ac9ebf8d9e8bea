import { createHash, randomUUID } from 'node:crypto';
import {
  HandoverAnswer,
  type HandoverReport,
  MOST_ANSWER_BYTES,
  MOST_REPORTED,
  type ReportedHandover,
} from '../../core/contract/sync/handovers.ts';
import { HANDOVERS_ANSWER_KIND, HANDOVERS_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { hoursAgo } from '../../core/domain/desk/handover-age.ts';
import { Sealed } from '../../core/domain/desk/sealed.ts';
import type { WriteDb } from '../../db/open.ts';
import { type Enrolment, readEnrolment } from '../../db/ops/enrolment.ts';
import { forgetOldHandovers } from '../../db/ops/handovers/forget.ts';
import { takeHandoverAnswer, untoldHandovers } from '../../db/ops/handovers/report.ts';
import { deleteSealed, readSealed } from '../../db/ops/handovers/sealed-files.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { signDetached, signerOf, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { publicDeviceKey } from '../../trust/jws/device-key.ts';
import { readPepper } from '../../trust/pin/pepper.ts';
import { readDeviceKey } from '../outbox/device-key-file.ts';
import { parsed, post, serverAddress } from '../outbox/post.ts';
import { type Posted, SyncError } from '../outbox/sync-error.ts';

/**
 * Tells the server of the handovers of this desk and hears how far they are, and to whom the library hands over. What is sealed is
 * deleted here as soon as the server has it; a file that rotted is deleted and written down, and its handover told without it. A device
 * that is not approved does nothing. Throws SyncError and SqliteError; the next time tells the same.
 */
export async function exchangeHandovers(db: WriteDb, dataDir: string, now: () => Date): Promise<void> {
  forgetOldHandovers(db, dataDir, now());
  let knowsKeys = false;
  for (;;) {
    const enrolment = readEnrolment(db);
    if (enrolment?.state !== 'approved') return;
    const waiting = untoldHandovers(db, MOST_REPORTED);
    // Who has which key now, first: what was locked to another one is of no use to anybody, and the server cannot see that.
    const asksFirst = !knowsKeys && waiting.some(({ handover }) => handover.sealed === 'here');
    const untold = asksFirst ? [] : waiting;
    const report: HandoverReport = {
      device: enrolment.device,
      report: randomUUID(),
      handovers: untold.map(({ handover, said }) => {
        const { id, code, partner, sealed } = handover;
        const age = { givenAt: handover.given_at, noticedAt: handover.noticed_at };
        const locked = sealed === 'here' ? lockedOf(db, dataDir, id, now()) : undefined;
        return {
          ...{ id, code: hashOf(code), partner, hoursAgo: hoursAgo(age, now()) },
          ...(locked === undefined ? {} : { sealed: locked }),
          said: said.slice(0, MOST_SAID),
        } satisfies ReportedHandover;
      }),
    };
    const body = Buffer.from(JSON.stringify(report));
    const signature = signDetached(body, readDeviceKey(dataDir), enrolment.device, HANDOVERS_KIND);
    const server = serverAddress(enrolment.server);
    const posted = await post(server, 'api/v1/handovers', body, signature, MOST_ANSWER_BYTES);
    const answer = provenAnswer(posted, enrolment, report);
    const sealing = { now: now(), key: readPepper(dataDir) };
    for (const id of takeHandoverAnswer(db, answer, sealing)) deleteSealed(dataDir, id);
    knowsKeys = true;
    // There may be more now: what a server lost is told again.
    if (untoldHandovers(db, MOST_REPORTED).length === 0) return;
    // What was told and is neither known nor refused would be told for ever.
    const heard = new Set([...answer.refused, ...answer.handovers.map(({ id }) => id)]);
    if (untold.length > 0 && !untold.some(({ handover }) => heard.has(handover.id))) return;
  }
}

/** So much of what was said goes in one report. */
const MOST_SAID = 20;

/** What is sealed of a handover; undefined when its file is gone or is none any more, for which the server would refuse all of a report. */
function lockedOf(db: WriteDb, dataDir: string, id: string, now: Date): Sealed | undefined {
  const locked = Sealed.safeParse(readSealed(dataDir, id)).data;
  if (locked === undefined)
    recordIncident(db, { at: now.toISOString(), code: 'handover-file-lost', detail: id.slice(0, 8) });
  return locked;
}

/** Throws SyncError (`not-the-server`) unless the server of this device signed it, for this device and this report. */
function provenAnswer(
  { body, signature }: Posted,
  enrolment: Enrolment,
  report: HandoverReport,
): HandoverAnswer {
  const isSigned =
    signerOf(signature, HANDOVERS_ANSWER_KIND) === SERVER_SIGNER &&
    verifyDetached(body, signature, publicDeviceKey(enrolment.server_key), HANDOVERS_ANSWER_KIND);
  if (!isSigned) throw refused('it is not signed by the server of this device');
  const answer = HandoverAnswer.safeParse(parsed(body)).data;
  if (answer === undefined) throw refused('it is not written as one');
  if (answer.device !== enrolment.device || answer.report !== report.report)
    throw refused('it answers another report');
  return answer;
}

function refused(why: string): SyncError {
  return new SyncError(
    'not-the-server',
    `This answer on handovers is not taken: ${why}. Nothing was changed.`,
  );
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
