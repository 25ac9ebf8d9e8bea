import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Acknowledgement, Batch, MOST_BATCH_BYTES } from '../../core/contract/sync/batch.ts';
import type { Metrics } from '../http/metrics.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { answerBatch, signRevocation } from '../sync/answer-batch.ts';
import { serveSigned } from './signed-route.ts';

/** `POST /api/v1/batches`. `perMinute`: how many batches one address may send. */
export function serveBatches(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  metrics: Metrics,
  perMinute: number,
): void {
  serveSigned(
    app,
    {
      ...{ path: '/api/v1/batches', mostBytes: MOST_BATCH_BYTES, perMinute },
      summary: 'A device tells what happened and how it fares.',
      ...{ body: Batch, reply: Acknowledgement },
    },
    async (sent) => {
      const answer = await answerBatch(store, serverKey, sent, new Date()).catch((error: unknown) => {
        if (error instanceof RefusedError && error.why === 'revoked') return error;
        throw error;
      });
      if (answer instanceof RefusedError)
        return { ...signRevocation(answer, serverKey), status: answer.statusCode };
      for (const { result } of answer.acknowledgement.items) metrics.items.inc({ result });
      return answer;
    },
  );
}
