import type { FastifyInstance } from 'fastify';
import { USE_ROUTES } from '../../../core/contract/administration/use.ts';
import { useOfMonth } from '../../reports/use-of-month.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { serveRoute } from './serve-route.ts';

/** What visitors of a library did. */
export function serveUse(app: FastifyInstance, store: ServerStore): void {
  serveRoute(app, USE_ROUTES.report, ({ library }, { query }) => useOfMonth(store, library, query.month));
}
