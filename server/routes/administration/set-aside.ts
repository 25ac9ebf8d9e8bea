import type { FastifyInstance } from 'fastify';
import { SET_ASIDE_ROUTES } from '../../../core/contract/administration/set-aside.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { countSetAside, judgeAgain } from '../../sync/set-aside-items.ts';
import { serveRoute } from './serve-route.ts';

/** `/api/v1/set-aside`: what the server did not count of the devices of a library, and judging it again. */
export function serveSetAside(app: FastifyInstance, store: ServerStore): void {
  serveRoute(app, SET_ASIDE_ROUTES.list, async ({ library }) => ({
    groups: await countSetAside(store, library),
  }));
  serveRoute(app, SET_ASIDE_ROUTES.judge, async ({ library, account }) => ({
    counted: await judgeAgain(store, new Date(), { library, who: account }),
  }));
}
