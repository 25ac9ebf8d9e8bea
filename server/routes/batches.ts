import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import {
  Acknowledgement,
  Batch,
  MOST_BATCH_BYTES,
  Refusal,
  SIGNATURE_HEADER,
} from '../../core/contract/sync/batch.ts';
import { DeviceId } from '../../core/contract/sync/device.ts';
import { ACKNOWLEDGEMENT_KIND, BATCH_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { signDetached, signerOf, verifyDetachedAside } from '../../trust/jws/detached-jws.ts';
import type { Metrics } from '../http/metrics.ts';
import { RefusedError } from '../http/refusal.ts';
import { keyOf } from '../organisations/device-keys.ts';
import { findDevice } from '../organisations/devices.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';
import { takeBatch } from '../sync/take-batch.ts';

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
      async (request, reply) => {
        const device = await senderOf(store, request.body, request.headers[SIGNATURE_HEADER]);
        const batch = readBatch(request.body);
        if (batch.device !== device.id)
          throw new RefusedError(
            'not-allowed',
            'This batch names another device than the one that signed it.',
          );
        const now = new Date();
        const items = await takeBatch(store, batch, now);
        if (items === undefined)
          throw new RefusedError('revoked', 'This device was revoked. It enrols again with a new code.');
        for (const { result } of items) metrics.items.inc({ result });
        const acknowledgement: Acknowledgement = {
          device: device.id,
          batch: batch.batch,
          state: 'approved',
          clock: now.toISOString(),
          items: [...items],
        };
        const bytes = Buffer.from(JSON.stringify(acknowledgement));
        return reply
          .header(SIGNATURE_HEADER, signDetached(bytes, serverKey, SERVER_SIGNER, ACKNOWLEDGEMENT_KIND))
          .type('application/json')
          .send(bytes);
      },
    );
  });
}

/** The approved device that signed these bytes. One answer for all that is wrong with a signature, and for an unknown device. */
async function senderOf(store: ServerStore, body: unknown, signature: unknown): Promise<DeviceRow> {
  const jws = typeof signature === 'string' ? signature : '';
  const signer = DeviceId.safeParse(signerOf(jws, BATCH_KIND));
  const device = signer.success ? await findDevice(store, signer.data) : undefined;
  if (
    device === undefined ||
    !Buffer.isBuffer(body) ||
    !(await verifyDetachedAside(body, jws, keyOf(device), BATCH_KIND))
  )
    throw new RefusedError(
      'bad-signature',
      'The signature is not one of a device of this server over this body.',
    );
  if (device.state === 'revoked')
    throw new RefusedError('revoked', 'This device was revoked. It enrols again with a new code.');
  if (device.state === 'waiting')
    throw new RefusedError('not-approved', 'This device waits until somebody at the library approves it.');
  return device;
}

function readBatch(body: Buffer): Batch {
  try {
    return Batch.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new RefusedError('bad-request', 'The body is no batch as /docs describes it.');
  }
}
