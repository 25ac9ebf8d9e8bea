import { z } from 'zod';
import type { Route } from './route.ts';

/** Why the server counted an item of a device not: it does not know what it is, has another one under its id, or its hour is none. */
export const WhySetAside = z.enum(['not-understood', 'other-content', 'no-hour']);

/** What was set aside of the devices of a library, by reason; the items themselves are for the command at the server. */
export const SetAside = z.strictObject({
  groups: z.array(
    z.strictObject({
      why: WhySetAside,
      number: z.number().int(),
      devices: z.number().int(),
    }),
  ),
});
export type SetAside = z.infer<typeof SetAside>;

/** The routes of what was set aside. */
export const SET_ASIDE_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/set-aside',
    role: 'reader',
    summary: 'How many items of devices were set aside, by reason.',
    reply: SetAside,
  },
  judge: {
    method: 'POST',
    path: '/api/v1/set-aside/judgements',
    role: 'administrator',
    summary: 'Judges once more what was not understood, after an upgrade, and counts what is good now.',
    body: z.strictObject({}),
    reply: z.strictObject({ counted: z.number().int() }),
  },
} as const satisfies Record<string, Route>;
