import type { FastifyInstance } from 'fastify';
import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import { RefusedError } from '../../http/refusal.ts';
import { listBranchHours, setBranchHours } from '../../rollouts/branch-hours.ts';
import { changeRollout } from '../../rollouts/change-rollout.ts';
import { listRollouts } from '../../rollouts/list-rollouts.ts';
import { RolloutError } from '../../rollouts/rollout-error.ts';
import { startRollout } from '../../rollouts/start-rollout.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { serveRoute } from './serve-route.ts';

const WHY = { 'not-found': 'not-found', 'not-now': 'taken', 'not-this': 'bad-request' } as const;

/** A library rolls versions out over its devices; and when its branches are open. */
export function serveRollouts(app: FastifyInstance, store: ServerStore): void {
  serveRoute(app, ROLLOUT_ROUTES.list, async ({ library }) => ({
    rollouts: await listRollouts(store, library, new Date()),
  }));
  serveRoute(app, ROLLOUT_ROUTES.start, async ({ library, account }, { body }) => {
    const id = await refusing(startRollout(store, library, body, new Date(), account));
    return one(store, library, id);
  });
  serveRoute(app, ROLLOUT_ROUTES.change, async ({ library, account }, { params, body }) => {
    const of = { library, id: params.rollout };
    await refusing(changeRollout(store, of, body, new Date(), account));
    return one(store, of.library, of.id);
  });
  serveRoute(app, ROLLOUT_ROUTES.listHours, ({ library }) => listBranchHours(store, library));
  serveRoute(app, ROLLOUT_ROUTES.hours, async ({ library, account }, { params, body }) => {
    await refusing(setBranchHours(store, library, params.branch, body.schedules, account));
    return {};
  });
}

async function one(store: ServerStore, library: string, id: string): Promise<RolloutOnPage> {
  const [rollout] = await listRollouts(store, library, new Date(), id);
  if (rollout === undefined) throw new RefusedError('not-found', 'The library has no such roll-out.');
  return rollout;
}

async function refusing<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    throw error instanceof RolloutError ? new RefusedError(WHY[error.fault], error.message) : error;
  }
}
