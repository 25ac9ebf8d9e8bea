import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { PUBLICATION_KIND, PUBLICATION_REQUEST_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { PublicationAnswer, PublicationRequest } from '../../core/contract/sync/publications.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { RefusedError } from '../http/refusal.ts';
import { readPublicationAfter } from '../reports/read-publications.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { senderOf } from '../sync/sender-of.ts';

const MOST_REQUEST_BYTES = 1_000;

/**
 * `POST /api/v1/publications`: a device of a library hears what was told of its months, one after the other, and can so make reports
 * without a network. It is what every report of the server says. `perMinute`: how many requests one address may send.
 */
export function servePublications(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  perMinute: number,
): void {
  app.register(async (signed) => {
    // The signature is over the bytes as they came, so nobody reads them before it was checked.
    signed.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    signed.post<{ Body: Buffer }>(
      '/api/v1/publications',
      {
        bodyLimit: MOST_REQUEST_BYTES,
        config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
        validatorCompiler: () => (value: unknown) => ({ value }),
        schema: {
          summary: 'A device asks what is told of a month of its library.',
          description: `What was published and no more. The header ${SIGNATURE_HEADER} carries a detached JWS over the body, here and in the answer.`,
          body: PublicationRequest,
          response: { 200: PublicationAnswer, '4xx': Refusal, '5xx': Refusal },
        },
      },
      async ({ body, headers }, reply) => {
        const jws = headers[SIGNATURE_HEADER];
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const signature = typeof jws === 'string' ? jws : '';
        const device = await senderOf(store, bytes, signature, PUBLICATION_REQUEST_KIND);
        const { nonce, after } = readRequest(bytes, device.id);
        const answer: PublicationAnswer = {
          ...{ device: device.id, nonce },
          publication: (await readPublicationAfter(store, device.library, after)) ?? null,
        };
        const told = Buffer.from(JSON.stringify(answer));
        return reply
          .header(SIGNATURE_HEADER, signDetached(told, serverKey, SERVER_SIGNER, PUBLICATION_KIND))
          .header('cache-control', 'no-store')
          .type('application/json')
          .send(told);
      },
    );
  });
}

function readRequest(bytes: Buffer, device: string): PublicationRequest {
  let request: PublicationRequest;
  try {
    request = PublicationRequest.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new RefusedError('bad-request', 'The body is no request as /docs describes it.');
  }
  if (request.device === device) return request;
  throw new RefusedError('not-allowed', 'This request names another device than the one that signed it.');
}
