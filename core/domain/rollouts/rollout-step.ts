import { z } from 'zod';

export const RolloutId = z.uuidv4();
export type RolloutId = z.infer<typeof RolloutId>;

/**
 * `going`: whoever is in the share installs. `held`: nobody does any more, and who has it keeps it. `rolled-back`: for good; who shows
 * it goes back to the version before, where that is still on the device.
 */
export const RolloutState = z.enum(['going', 'held', 'rolled-back']);
export type RolloutState = z.infer<typeof RolloutState>;

/** When a version that is installed comes onto the screen: as soon as nobody is there, or also not before closing time. */
export const ShowRule = z.enum(['idle', 'closed']);
export type ShowRule = z.infer<typeof ShowRule>;

/** A kiosk that is switched off at night comes to a version that waits for closing time after so long at the latest. */
export const SHOWN_WITHIN_MS = 7 * 24 * 3_600_000;

/** A roll-out of one version of a pack, as the devices of one branch hear of it. */
export const RolloutStep = z.strictObject({
  rollout: RolloutId,
  version: z.number().int().min(1),
  state: RolloutState,
  /** Percent of the devices; 0 for a branch whose turn it is not. */
  share: z.number().int().min(0).max(100),
  /** Not before this moment. */
  from: z.iso.datetime(),
  show: ShowRule,
  /**
   * From here on it is shown as soon as nobody is there, whatever `show` says; a device keeps an earlier one that it was told before, and
   * gives a version that takes the place of another a week from when it lies ready.
   */
  latest: z.iso.datetime(),
});
export type RolloutStep = z.infer<typeof RolloutStep>;
