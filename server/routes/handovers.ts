import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { HandoverAnswer, HandoverReport, MOST_REPORT_BYTES } from '../../core/contract/sync/handovers.ts';
import { HANDOVERS_ANSWER_KIND, HANDOVERS_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { takeReport } from '../handovers/take-report.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { senderOf } from '../sync/sender-of.ts';

/** `POST /api/v1/handovers`. `perMinute`: how many reports one address may send. */
export function serveHandovers(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  perMinute: number,
): void {
  app.register(async (signed) => {
    // As with batches: the signature is over the bytes as they came.
    signed.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    signed.post<{ Body: Buffer }>(
      '/api/v1/handovers',
      {
        bodyLimit: MOST_REPORT_BYTES,
        config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
        validatorCompiler: () => (value: unknown) => ({ value }),
        schema: {
          summary: 'A desk tells of its handovers, and hears how far they are.',
          description: `The header ${SIGNATURE_HEADER} carries a detached JWS over the body, here and in the answer.`,
          body: HandoverReport,
          response: { 200: HandoverAnswer, '4xx': Refusal, '5xx': Refusal },
        },
      },
      async ({ body, headers }, reply) => {
        const header = headers[SIGNATURE_HEADER];
        const sent = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const signature = typeof header === 'string' ? header : '';
        const device = await senderOf(store, sent, signature, HANDOVERS_KIND);
        const report = readReport(sent);
        if (report.device !== device.id)
          throw new RefusedError(
            'not-allowed',
            'This report names another device than the one that signed it.',
          );
        const answer = await takeReport(store, device, report, new Date());
        const bytes = Buffer.from(JSON.stringify(answer));
        return reply
          .header(SIGNATURE_HEADER, signDetached(bytes, serverKey, SERVER_SIGNER, HANDOVERS_ANSWER_KIND))
          .header('cache-control', 'no-store')
          .type('application/json')
          .send(bytes as never);
      },
    );
  });
}

function readReport(body: Buffer): HandoverReport {
  try {
    return HandoverReport.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new RefusedError('bad-request', 'The body is no report of handovers as /docs describes it.');
  }
}
