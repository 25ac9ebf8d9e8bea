import type { FastifyInstance } from 'fastify';
import { LIBRARY_ROUTES } from '../../../core/contract/administration/library-routes.ts';
import { Refusal } from '../../../core/contract/sync/batch.ts';
import { permit } from '../../accounts/permit.ts';
import { listLibraries } from '../../organisations/libraries.ts';
import type { ServerStore } from '../../store/open-server-store.ts';

/** The libraries of a server, for an operator to choose one. It is about none of them, so `serveRoute` does not do. */
export function serveLibraries(app: FastifyInstance, store: ServerStore): void {
  const { path, role, summary, reply } = LIBRARY_ROUTES.list;
  app.get(
    path,
    {
      onRequest: permit(role),
      schema: { summary, response: { 200: reply, '4xx': Refusal, '5xx': Refusal } },
    },
    async (_, response) => {
      response.header('cache-control', 'no-store');
      return { libraries: await listLibraries(store) };
    },
  );
}
