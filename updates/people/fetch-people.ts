import { randomUUID } from 'node:crypto';
import { PEOPLE_KIND, PEOPLE_REQUEST_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { PeopleAnswer, type PeopleRequest } from '../../core/contract/sync/people.ts';
import type { Person } from '../../core/domain/person.ts';
import type { WriteDb } from '../../db/open.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { keepWhoLeft, whoIsBack } from '../../db/ops/left-files.ts';
import { takePeople } from '../../db/ops/people.ts';
import { signDetached, signerOf, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { publicDeviceKey } from '../../trust/jws/device-key.ts';
import { makePepper } from '../../trust/pin/pepper.ts';
import { readDeviceKey } from '../outbox/device-key-file.ts';
import { parsed, post, serverAddress } from '../outbox/post.ts';
import { SyncError } from '../outbox/sync-error.ts';

/**
 * Asks the server of this device who works here, and takes the list over: who is not on it any more goes with the PIN. A device that
 * belongs to no server, or is revoked, has nobody of a server's list. Throws SyncError, SqliteError, or the error of the disk; then nothing changed.
 */
export async function fetchPeople(db: WriteDb, dataDir: string, now: Date): Promise<void> {
  const enrolment = readEnrolment(db);
  if (enrolment?.state === 'waiting') return;
  const by = { at: now.toISOString(), key: makePepper(dataDir) };
  const take = (people: readonly Person[]) => {
    if (!takePeople(db, people, by)) return;
    keepWhoLeft(db, dataDir);
    whoIsBack(
      dataDir,
      people.map(({ id }) => id),
    );
  };
  if (enrolment === undefined || enrolment.state === 'revoked') return take([]);
  const { server, device, server_key } = enrolment;
  const request: PeopleRequest = { device, nonce: randomUUID() };
  const asked = Buffer.from(JSON.stringify(request));
  const signature = signDetached(asked, readDeviceKey(dataDir), device, PEOPLE_REQUEST_KIND);
  const { body, signature: theirs } = await post(serverAddress(server), 'api/v1/people', asked, signature);
  const isSigned =
    signerOf(theirs, PEOPLE_KIND) === SERVER_SIGNER &&
    verifyDetached(body, theirs, publicDeviceKey(server_key), PEOPLE_KIND);
  const answer = isSigned ? PeopleAnswer.safeParse(parsed(body)).data : undefined;
  if (answer === undefined || answer.device !== device || answer.nonce !== request.nonce)
    throw new SyncError(
      'not-the-server',
      'This list of people is not what the server signed for this device.',
    );
  take(answer.people);
}
