import { z } from 'zod';
import { Schedule, Weekday } from '../../domain/directory/schedule.ts';
import { HeldItself } from '../../domain/rollouts/held-itself.ts';
import { USUAL_SICK_PERCENT } from '../../domain/rollouts/judge-rollout.ts';
import { RolloutId, RolloutState, ShowRule } from '../../domain/rollouts/rollout-step.ts';
import { Channel, LibraryId, PackId } from '../repository/names.ts';
import { BranchId } from '../sync/plan.ts';

const Share = z.number().int().min(1).max(100);
const Branches = z.array(BranchId).min(1).max(200);
const Why = z.string().trim().min(1).max(300);

/** What somebody wants to be rolled out. Without `branches`: in all of them; without `startsAt`: at once. */
export const RolloutWanted = z.strictObject({
  publisher: LibraryId,
  pack: PackId,
  channel: Channel.default('stable'),
  version: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  share: Share.default(100),
  branches: Branches.optional(),
  startsAt: z.iso.datetime().optional(),
  show: ShowRule.default('idle'),
  sickPercent: Share.default(USUAL_SICK_PERCENT),
});
export type RolloutWanted = z.infer<typeof RolloutWanted>;

/**
 * What is done to a roll-out. `widen`: the share or the branches grow, never shrink; `branches: null` is all. `resume` may widen at
 * the same time. `roll-back` is for good.
 */
export const RolloutChange = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('hold'), why: Why.optional() }),
  z.strictObject({ act: z.literal('resume') }),
  z.strictObject({
    act: z.literal('widen'),
    share: Share.optional(),
    branches: Branches.nullable().optional(),
  }),
  z.strictObject({ act: z.literal('roll-back'), why: Why.optional() }),
]);
export type RolloutChange = z.infer<typeof RolloutChange>;

/** A roll-out as the administration shows it. */
export const RolloutOnPage = z.strictObject({
  id: RolloutId,
  publisher: LibraryId,
  pack: PackId,
  channel: Channel,
  version: z.number().int(),
  state: RolloutState,
  share: z.number().int(),
  /** Null: all. */
  branches: z.array(z.string()).nullable(),
  startsAt: z.iso.datetime(),
  show: ShowRule,
  sickPercent: z.number().int(),
  changedAt: z.iso.datetime(),
  /** When everybody had it and was well with it; null while it goes on or was stopped. */
  endedAt: z.iso.datetime().nullable(),
  /** Why it is held or was rolled back, in the words of who did that. */
  why: z.string().nullable(),
  /** What made it hold itself. */
  heldItself: HeldItself.nullable(),
  /** Approved devices of the library that follow the pack; how many of them are in the share now; and how many of those have the version, or a higher one. */
  devices: z.number().int(),
  inShare: z.number().int(),
  installed: z.number().int(),
  /** Devices with something wrong since they got it. */
  sick: z.number().int(),
});
export type RolloutOnPage = z.infer<typeof RolloutOnPage>;

/** The roll-outs of a library, newest change first. */
export const RolloutList = z.strictObject({ rollouts: z.array(RolloutOnPage) });
export type RolloutList = z.infer<typeof RolloutList>;

/** When a branch is open, in HSDS schedules. */
export const BranchHours = z.strictObject({ schedules: z.array(Schedule).min(1).max(60) });
export type BranchHours = z.infer<typeof BranchHours>;

/**
 * When the branches of the library are open: a week that is the same all year, `special` where the schedules say more than one, `unknown`
 * where nobody said.
 */
export const HoursList = z.strictObject({
  branches: z.array(
    z.strictObject({
      ...{ id: z.string(), name: z.string() },
      hours: z.union([
        z.enum(['unknown', 'special']),
        z.partialRecord(Weekday, z.strictObject({ opens: z.string(), closes: z.string() })),
      ]),
    }),
  ),
});
export type HoursList = z.infer<typeof HoursList>;
