import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import {
  Acknowledgement,
  Batch,
  MOST_BATCH_BYTES,
  Refusal,
  SIGNATURE_HEADER,
} from '../../core/contract/sync/batch.ts';
import type { Metrics } from '../http/metrics.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { answerBatch, signRevocation } from '../sync/answer-batch.ts';

/** `POST /api/v1/batches`. `perMinute`: how many batches one address may send. */
export function serveBatches(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  metrics: Metrics,
  perMinute: number,
): void {
  app.register(async (signed) => {
    // The signature is over the bytes as they came, so nobody reads them before it was checked.
    signed.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    signed.post<{ Body: Buffer }>(
      '/api/v1/batches',
      {
        bodyLimit: MOST_BATCH_BYTES,
        config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
        validatorCompiler: () => (value: unknown) => ({ value }),
        schema: {
          summary: 'A device tells what happened and how it fares.',
          description: `The header ${SIGNATURE_HEADER} carries a detached JWS over the body, here and in the answer.`,
          body: Batch,
          response: { 200: Acknowledgement, '4xx': Refusal, '5xx': Refusal },
        },
      },
      async ({ body, headers }, reply) => {
        const header = headers[SIGNATURE_HEADER];
        const sent = {
          bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
          signature: typeof header === 'string' ? header : '',
        };
        const answer = await answerBatch(store, serverKey, sent, new Date()).catch((error: unknown) => {
          if (error instanceof RefusedError && error.why === 'revoked') return error;
          throw error;
        });
        const isRevoked = answer instanceof RefusedError;
        if (!isRevoked) for (const { result } of answer.acknowledgement.items) metrics.items.inc({ result });
        const { bytes, signature } = isRevoked ? signRevocation(answer, serverKey) : answer;
        return reply
          .code(isRevoked ? answer.statusCode : 200)
          .header(SIGNATURE_HEADER, signature)
          .header('cache-control', 'no-store')
          .type('application/json')
          .send(bytes);
      },
    );
  });
}
