import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { HandoverAnswer, HandoverReport, MOST_REPORT_BYTES } from '../../core/contract/sync/handovers.ts';
import { HANDOVERS_ANSWER_KIND, HANDOVERS_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { takeReport } from '../handovers/take-report.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { heardFrom } from '../sync/heard-from.ts';
import { serveSigned } from './signed-route.ts';

/** `POST /api/v1/handovers`. `perMinute`: how many reports one address may send. */
export function serveHandovers(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  perMinute: number,
): void {
  serveSigned(
    app,
    {
      ...{ path: '/api/v1/handovers', mostBytes: MOST_REPORT_BYTES, perMinute },
      summary: 'A desk tells of its handovers, and hears how far they are.',
      ...{ body: HandoverReport, reply: HandoverAnswer },
    },
    async (sent) => {
      const { device, said } = await heardFrom(store, sent, HANDOVERS_KIND, HandoverReport);
      const bytes = Buffer.from(JSON.stringify(await takeReport(store, device, said, new Date())));
      return { bytes, signature: signDetached(bytes, serverKey, SERVER_SIGNER, HANDOVERS_ANSWER_KIND) };
    },
  );
}
