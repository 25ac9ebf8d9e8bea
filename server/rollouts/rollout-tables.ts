import type { Channel } from '../../core/contract/repository/names.ts';
import type { RolloutState, ShowRule } from '../../core/domain/rollouts/rollout-step.ts';

/** A roll-out of one version of a pack over the devices of one library. Moments as in tables.ts. */
export type RolloutRow = {
  readonly id: string;
  /** Whose devices. */
  readonly library: string;
  /** Who publishes the pack. */
  readonly publisher: string;
  readonly pack: string;
  readonly channel: Channel;
  readonly version: number;
  readonly state: RolloutState;
  /** Percent of the devices, of each of its branches. */
  readonly share: number;
  /** The branches that take part, as JSON; null: all. */
  readonly branches: string | null;
  readonly starts_at: string;
  readonly show_rule: ShowRule;
  /** It holds itself when so many percent of the devices that have it are sick. */
  readonly sick_percent: number;
  /** When its ring began: what happened before is not held against it. It began, was widened, or was resumed then. */
  readonly watched_from: string;
  /** The rings before it was widened, since it began or was resumed (`Ring`, as JSON, oldest first); null: none. */
  readonly earlier_rings: string | null;
  readonly changed_at: string;
  /** When everybody had it and was well with it; null before. A device that comes later still gets it. */
  readonly ended_at: string | null;
  /** Why it is held or was rolled back, in the words of who did that; null when nobody said. */
  readonly why: string | null;
  /** Why it held itself (`HeldItself`, as JSON); null when somebody held it, or nobody did. */
  readonly held_itself: string | null;
};

/** A device that said that it shows the version of a roll-out, or a higher one, and when it first did. */
export type RolloutDeviceRow = {
  readonly rollout: string;
  readonly device: string;
  readonly library: string;
  readonly installed_at: string;
};

/** The tables of roll-outs. */
export type RolloutTables = {
  readonly rollouts: RolloutRow;
  readonly rollout_devices: RolloutDeviceRow;
  /** When a branch is open: HSDS schedules, as JSON. */
  readonly branch_hours: { readonly library: string; readonly branch: string; readonly schedules: string };
  /** Rises with every change of what the devices of a library are told. */
  readonly plan_numbers: { readonly library: string; readonly number: number };
  /** Work that one instance does for all of them, and when one last took it. */
  readonly turns: { readonly name: string; readonly taken_at: string };
};
