import { z } from 'zod';
import { DeviceHealth } from '../sync/batch.ts';
import { DeviceId, DeviceProfile, DeviceState } from '../sync/device.ts';
import { BranchId } from '../sync/plan.ts';
import type { Route } from './route.ts';

const moment = z.iso.datetime();
const count = z.number().int().nonnegative();
const oneDevice = z.strictObject({ device: DeviceId });

/** A place of the library where devices stand. */
export const BranchOnPage = z.strictObject({ id: z.string(), name: z.string() });
export type BranchOnPage = z.infer<typeof BranchOnPage>;

/** A device as the page shows it. Null is what it has not told yet. */
export const DeviceOnPage = z.strictObject({
  id: DeviceId,
  branch: BranchOnPage,
  profile: DeviceProfile,
  state: DeviceState,
  appVersion: z.string(),
  enrolledAt: moment,
  lastContact: moment.nullable(),
  /** Clock of the device minus clock of the server, in milliseconds. */
  clockSkewMs: z.number().int().nullable(),
  backlog: count.nullable(),
  freeBytes: count.nullable(),
  packs: DeviceHealth.shape.packs,
  /** In the last 24 hours. */
  starts: count,
  /** Codes of what went wrong in the last 24 hours, each once. */
  incidents: z.array(z.string()),
  /** What somebody should look at, worst first; by the rules of alerts and `core/domain/device-concerns.ts`. */
  concerns: z.array(z.enum(['silent', 'crash-looping', 'full', 'stale', 'backlog', 'clock'])),
});
export type DeviceOnPage = z.infer<typeof DeviceOnPage>;

/** All devices of the library, by branch, and its branches. */
export const DeviceList = z.strictObject({
  /** By the clock of the server. */
  now: moment,
  branches: z.array(BranchOnPage),
  devices: z.array(DeviceOnPage),
});
export type DeviceList = z.infer<typeof DeviceList>;

/** A code for one device. It is shown this once. */
export const CodeOnPage = z.strictObject({ code: z.string(), expiresAt: moment, branch: BranchOnPage });
export type CodeOnPage = z.infer<typeof CodeOnPage>;

/** Whether something was done; `false`: somebody else did before, and there was nothing to do any more. */
export const Done = z.strictObject({ done: z.boolean() });

/** The routes of devices. */
export const DEVICE_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/devices',
    role: 'reader',
    summary: 'The devices of the library, and how they fare.',
    reply: DeviceList,
  },
  approve: {
    method: 'POST',
    path: '/api/v1/devices/:device/approval',
    role: 'administrator',
    summary: 'Lets a device that waits belong to the library.',
    params: oneDevice,
    reply: Done,
  },
  revoke: {
    method: 'POST',
    path: '/api/v1/devices/:device/revocation',
    role: 'administrator',
    summary: 'Hears nothing of a device any more, for good.',
    params: oneDevice,
    reply: Done,
  },
  replace: {
    method: 'POST',
    path: '/api/v1/devices/:device/replacement',
    role: 'administrator',
    summary:
      'Makes a code for the device that comes in the place of one that broke, which is heard until the new one is approved.',
    params: oneDevice,
    reply: CodeOnPage,
  },
  makeCode: {
    method: 'POST',
    path: '/api/v1/enrolment-codes',
    role: 'administrator',
    summary: 'Makes a code with which one device of a branch enrols within a day.',
    body: z.strictObject({ branch: BranchId }),
    reply: CodeOnPage,
  },
} as const satisfies Record<string, Route>;
