import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { EnrolmentReply, EnrolmentRequest } from '../../core/contract/sync/device.ts';
import { deviceKeyOf } from '../../trust/jws/device-key.ts';
import { RefusedError } from '../http/refusal.ts';
import { enrolDevice } from '../organisations/enrolment-codes.ts';
import type { ServerStore } from '../store/open-server-store.ts';

const MOST_BYTES = 2_000;

/** `POST /api/v1/enrolments`. `perMinute`: how often one address may try. */
export function serveEnrolments(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  perMinute: number,
): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/enrolments',
    {
      bodyLimit: MOST_BYTES,
      config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
      schema: {
        summary: 'A device asks to belong to the library that made the code.',
        body: EnrolmentRequest,
        response: { 200: EnrolmentReply, '4xx': Refusal, '5xx': Refusal },
      },
    },
    async ({ body }) => {
      const device = await enrolDevice(store, body, new Date());
      if (device === undefined)
        throw new RefusedError(
          'unknown-code',
          'This code cannot be used: it is unknown, older than a day, or was used. Ask for a new one.',
        );
      const { id, library, branch, state } = device;
      return { device: id, library, branch, state, serverKey: deviceKeyOf(serverKey) };
    },
  );
}
