import type { FastifyInstance } from 'fastify';
import { RefusedError } from '../http/refusal.ts';
import { pingStore, type ServerStore } from '../store/open-server-store.ts';

/** `/health`: the process answers. `/ready`: its store does too, so it can be sent work. */
export function serveHealth(app: FastifyInstance, store: ServerStore): void {
  app.get('/health', { schema: { summary: 'The server runs.' } }, async () => ({ status: 'ok' }));
  app.get('/ready', { schema: { summary: 'The server and its store answer.' } }, async (request) => {
    try {
      await pingStore(store);
    } catch (error) {
      request.log.warn({ err: error }, 'store-silent');
      throw new RefusedError('unavailable', 'The store does not answer. Look at the database.');
    }
    return { status: 'ok' };
  });
}
