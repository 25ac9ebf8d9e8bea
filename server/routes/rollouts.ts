import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Done } from '../../core/contract/administration/account.ts';
import {
  BranchHours,
  RolloutChange,
  RolloutList,
  RolloutOnPage,
  RolloutWanted,
} from '../../core/contract/administration/rollout.ts';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { BranchId } from '../../core/contract/sync/plan.ts';
import { RolloutId } from '../../core/domain/rollouts/rollout-step.ts';
import { libraryOf, permit } from '../accounts/permit.ts';
import { RefusedError } from '../http/refusal.ts';
import { setBranchHours } from '../rollouts/branch-hours.ts';
import { changeRollout } from '../rollouts/change-rollout.ts';
import { listRollouts } from '../rollouts/list-rollouts.ts';
import { RolloutError } from '../rollouts/rollout-error.ts';
import { startRollout } from '../rollouts/start-rollout.ts';
import type { ServerStore } from '../store/open-server-store.ts';

const REFUSALS = { '4xx': Refusal, '5xx': Refusal };
const querystring = z.strictObject({ library: LibraryId.optional() });
const WHY = { 'not-found': 'not-found', 'not-now': 'taken', 'not-this': 'bad-request' } as const;

/** `/api/v1/rollouts…`: a library rolls versions out over its devices; and when its branches are open. */
export function serveRollouts(app: FastifyInstance): void {
  const { store } = app.administration;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/api/v1/rollouts',
    {
      onRequest: permit('reader'),
      schema: {
        summary: 'The roll-outs of the library, and how far they are.',
        querystring,
        response: { 200: RolloutList, ...REFUSALS },
      },
    },
    async (request) => ({ rollouts: await listRollouts(store, libraryOf(request), new Date()) }),
  );
  routes.post(
    '/api/v1/rollouts',
    {
      onRequest: permit('publisher'),
      schema: {
        summary: 'Lets devices of the library install a version: a share of them or some branches first.',
        querystring,
        body: RolloutWanted,
        response: { 200: RolloutOnPage, ...REFUSALS },
      },
    },
    async (request) => {
      const library = libraryOf(request);
      const id = await refusing(startRollout(store, library, request.body, new Date(), request.account));
      return one(store, library, id);
    },
  );
  routes.post(
    '/api/v1/rollouts/:rollout/changes',
    {
      onRequest: permit('publisher'),
      schema: {
        summary: 'Widens, holds, resumes or rolls back a roll-out.',
        querystring,
        params: z.strictObject({ rollout: RolloutId }),
        body: RolloutChange,
        response: { 200: RolloutOnPage, ...REFUSALS },
      },
    },
    async (request) => {
      const of = { library: libraryOf(request), id: request.params.rollout };
      await refusing(changeRollout(store, of, request.body, new Date(), request.account));
      return one(store, of.library, of.id);
    },
  );
  routes.put(
    '/api/v1/branches/:branch/hours',
    {
      onRequest: permit('administrator'),
      schema: {
        summary: 'Says when a branch is open: roll-outs can wait for closing time there.',
        querystring,
        params: z.strictObject({ branch: BranchId }),
        body: BranchHours,
        response: { 200: Done, ...REFUSALS },
      },
    },
    async (request) => {
      const { schedules } = request.body;
      await refusing(
        setBranchHours(store, libraryOf(request), request.params.branch, schedules, request.account),
      );
      return {};
    },
  );
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
