import { z } from 'zod';
import { Schedule } from '../../domain/directory/schedule.ts';
import { withoutRefused } from '../../domain/directory/without-refused.ts';
import { Id } from '../../domain/id.ts';
import { RolloutStep } from '../../domain/rollouts/rollout-step.ts';
import { LibraryId, PackOnChannel } from '../repository/names.ts';
import { DeviceKey, DeviceProfile } from './device.ts';

/** So many roll-outs of a pack are told of at most, those of the highest versions. */
export const MOST_STEPS = 20;
/** And of so many packs. */
export const MOST_PLANNED = 100;
/** And of so many devices of the branch. */
export const MOST_DEVICES = 500;
/** A device reads no more of an answer than this. */
export const MOST_PLAN_BYTES = 512 * 1024;

export const BranchId = Id;

/** A pack that is rolled out. A device that follows it takes no version of it that no roll-out lets it have. */
export const PlannedPack = z.strictObject({
  of: PackOnChannel,
  steps: z.array(RolloutStep).min(1).max(MOST_STEPS),
});
export type PlannedPack = z.infer<typeof PlannedPack>;

/** A device of the branch that is approved: the others there speak with it by this key, and with nobody else. */
export const BranchDevice = z.strictObject({ key: DeviceKey, profile: DeviceProfile });
export type BranchDevice = z.infer<typeof BranchDevice>;

/**
 * `GET /api/v1/plans/LIBRARY/BRANCH`: which versions the devices of a branch may install, and when, signed by the server as
 * acknowledgements are. It is the same for all of them, and no secret: each reckons for itself whether it is in a share. It says only
 * *when*; what may be installed at all, the signatures of the repository say. Keys in it are public halves.
 */
export const Plan = z.strictObject({
  library: LibraryId,
  branch: BranchId,
  /** Rises with every change, so that an older plan cannot take the place of a newer one. */
  number: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  packs: z.array(PlannedPack).max(MOST_PLANNED),
  /** When the branch is open (HSDS); empty when nobody said. */
  schedules: z.array(Schedule).max(60),
  /** Who belongs to the branch. A server from before there were any tells of none. */
  devices: z.array(BranchDevice).max(MOST_DEVICES).default([]),
});
export type Plan = z.infer<typeof Plan>;

/**
 * A plan as a device reads it, from JSON that was parsed; undefined when it is none. Schedules that this version refuses are left out:
 * what is on hold and whom it speaks with hold all the same.
 */
export function planIn(told: unknown): Plan | undefined {
  return Plan.safeParse(withoutRefused(told).record).data;
}

/** Where the plan of a branch is, under the address of a server. */
export function planPlace(library: string, branch: string): string {
  return `api/v1/plans/${library}/${branch}`;
}
