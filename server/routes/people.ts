import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { PEOPLE_KIND, PEOPLE_REQUEST_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { PeopleAnswer, PeopleRequest } from '../../core/contract/sync/people.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { RefusedError } from '../http/refusal.ts';
import { listStaff } from '../organisations/staff.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { senderOf } from '../sync/sender-of.ts';

const MOST_REQUEST_BYTES = 1_000;

/** `POST /api/v1/people`. `perMinute`: how many requests one address may send. */
export function servePeople(
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
      '/api/v1/people',
      {
        bodyLimit: MOST_REQUEST_BYTES,
        config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
        validatorCompiler: () => (value: unknown) => ({ value }),
        schema: {
          summary: 'A device asks who works at the devices of its library.',
          description: `A name to show and a role, no more. The header ${SIGNATURE_HEADER} carries a detached JWS over the body, here and in the answer.`,
          body: PeopleRequest,
          response: { 200: PeopleAnswer, '4xx': Refusal, '5xx': Refusal },
        },
      },
      async ({ body, headers }, reply) => {
        const jws = headers[SIGNATURE_HEADER];
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const device = await senderOf(store, bytes, typeof jws === 'string' ? jws : '', PEOPLE_REQUEST_KIND);
        const { nonce } = readRequest(bytes, device.id);
        const answer: PeopleAnswer = {
          ...{ device: device.id, nonce },
          people: await listStaff(store, device.library),
        };
        const told = Buffer.from(JSON.stringify(answer));
        return reply
          .header(SIGNATURE_HEADER, signDetached(told, serverKey, SERVER_SIGNER, PEOPLE_KIND))
          .header('cache-control', 'no-store')
          .type('application/json')
          .send(told);
      },
    );
  });
}

function readRequest(bytes: Buffer, device: string): PeopleRequest {
  let request: PeopleRequest;
  try {
    request = PeopleRequest.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new RefusedError('bad-request', 'The body is no request as /docs describes it.');
  }
  if (request.device === device) return request;
  throw new RefusedError('not-allowed', 'This request names another device than the one that signed it.');
}
