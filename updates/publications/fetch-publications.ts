import { randomUUID } from 'node:crypto';
import { PUBLICATION_KIND, PUBLICATION_REQUEST_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import {
  PublicationAnswer,
  type PublicationQuery,
  type PublicationRequest,
} from '../../core/contract/sync/publications.ts';
import type { Publication } from '../../core/domain/report/publication.ts';
import type { WriteDb } from '../../db/open.ts';
import { type Enrolment, readEnrolment } from '../../db/ops/enrolment.ts';
import { keepPublication, newestFromServer } from '../../db/ops/publications.ts';
import { signDetached, signerOf, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { publicDeviceKey } from '../../trust/jws/device-key.ts';
import { readDeviceKey } from '../outbox/device-key-file.ts';
import { parsed, post, serverAddress } from '../outbox/post.ts';
import { SyncError } from '../outbox/sync-error.ts';

/** A library of a hundred branches is told of in less. */
const MOST_BYTES = 2 * 1024 * 1024;
/** So many months are fetched at one contact: of a library with a longer history the rest comes with the next. */
const MOST_AT_ONCE = 30;

/**
 * Fetches what the server told of the months of the library since the last one that is here, so that reports can be made of it without a
 * network. A device that is not approved asks for nothing. Throws SyncError and SqliteError; what came before that stays.
 */
export async function fetchPublications(db: WriteDb, dataDir: string): Promise<void> {
  const enrolment = readEnrolment(db);
  if (enrolment?.state !== 'approved') return;
  for (let fetched = 0; fetched < MOST_AT_ONCE; fetched++) {
    const publication = await askOne(enrolment, dataDir, newestFromServer(db) ?? null);
    if (publication === null) return;
    keepPublication(db, 'server', publication);
  }
}

async function askOne(
  { server, device, library, server_key }: Enrolment,
  dataDir: string,
  after: string | null,
): Promise<Publication | null> {
  const request: PublicationRequest = { device, nonce: randomUUID(), after };
  const asked = Buffer.from(JSON.stringify(request));
  const signature = signDetached(asked, readDeviceKey(dataDir), device, PUBLICATION_REQUEST_KIND);
  const query = { places: 'yes' } satisfies PublicationQuery;
  const place = `api/v1/publications?${new URLSearchParams(query)}`;
  const posted = await post(serverAddress(server), place, asked, signature, MOST_BYTES);
  const isSigned =
    signerOf(posted.signature, PUBLICATION_KIND) === SERVER_SIGNER &&
    verifyDetached(posted.body, posted.signature, publicDeviceKey(server_key), PUBLICATION_KIND);
  const answer = isSigned ? PublicationAnswer.safeParse(parsed(posted.body)).data : undefined;
  const isAnswer = answer !== undefined && answer.device === device && answer.nonce === request.nonce;
  const publication = answer?.publication ?? null;
  const isNext =
    publication === null || (publication.library === library && publication.month > (after ?? ''));
  if (!isAnswer || !isNext)
    throw new SyncError('not-the-server', 'This is not what the server signed for this device of a month.');
  return publication;
}
