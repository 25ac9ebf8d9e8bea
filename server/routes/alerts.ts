import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { AlertsReply } from '../../core/contract/administration/alert.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { libraryOf, permit } from '../accounts/permit.ts';
import { listAlerts } from '../alerts/list-alerts.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** `GET /api/v1/alerts`: what the library of whoever asks is warned of. */
export function serveAlerts(app: FastifyInstance, store: ServerStore): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/alerts',
    {
      onRequest: permit('reader'),
      schema: {
        summary: 'The alerts of a library: open ones first, then the newest.',
        response: { 200: AlertsReply, '4xx': Refusal, '5xx': Refusal },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { alerts: await listAlerts(store, libraryOf(request)) };
    },
  );
}
