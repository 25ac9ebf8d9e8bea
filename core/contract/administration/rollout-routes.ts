import { z } from 'zod';
import { RolloutId } from '../../domain/rollouts/rollout-step.ts';
import { BranchId } from '../sync/plan.ts';
import { Done } from './account.ts';
import {
  BranchHours,
  HoursList,
  RolloutChange,
  RolloutList,
  RolloutOnPage,
  RolloutWanted,
} from './rollout.ts';
import type { Route } from './route.ts';

/** The routes of roll-outs, and of the hours that they go by. */
export const ROLLOUT_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/rollouts',
    role: 'reader',
    summary: 'The roll-outs of the library, and how far they are.',
    reply: RolloutList,
  },
  start: {
    method: 'POST',
    path: '/api/v1/rollouts',
    role: 'publisher',
    summary: 'Lets devices of the library install a version: a share of them or some branches first.',
    body: RolloutWanted,
    reply: RolloutOnPage,
  },
  change: {
    method: 'POST',
    path: '/api/v1/rollouts/:rollout/changes',
    role: 'publisher',
    summary: 'Widens, holds, resumes or rolls back a roll-out.',
    params: z.strictObject({ rollout: RolloutId }),
    body: RolloutChange,
    reply: RolloutOnPage,
  },
  listHours: {
    method: 'GET',
    path: '/api/v1/branches/hours',
    role: 'reader',
    summary: 'When the branches of the library are open.',
    reply: HoursList,
  },
  hours: {
    method: 'PUT',
    path: '/api/v1/branches/:branch/hours',
    role: 'administrator',
    summary: 'Says when a branch is open: roll-outs can wait for closing time there.',
    params: z.strictObject({ branch: BranchId }),
    body: BranchHours,
    reply: Done,
  },
} as const satisfies Record<string, Route>;
