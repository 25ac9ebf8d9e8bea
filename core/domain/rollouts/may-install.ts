import type { RolloutStep, ShowRule } from './rollout-step.ts';
import { isInShare } from './share.ts';

/** What a device wants to install. */
export type Wanted = {
  readonly device: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Somebody brought it to this device, on a stick: share, start and hours are set aside, a hold is not. */
  readonly byHand: boolean;
};

/**
 * May it? And if so, when is it shown (`latest` in ISO 8601). `held`: the roll-out of this version was stopped; `not-yet`: its start, or
 * the turn of this device, is still to come; `not-planned`: this pack is rolled out, and this version is not.
 */
export type Verdict =
  | { readonly may: true; readonly show: ShowRule; readonly latest: string | null }
  | { readonly may: false; readonly why: 'held' | 'not-yet' | 'not-planned' };

const AT_ONCE: Verdict = { may: true, show: 'idle', latest: null };

/**
 * Whether a device may install a version, by the roll-outs of its pack. Without any roll-out it may, as a device does that belongs
 * to no server. The roll-out of this very version decides; where there is none, one of a higher version that the device is in.
 */
export function mayInstall(steps: readonly RolloutStep[], wanted: Wanted): Verdict {
  if (steps.length === 0) return AT_ONCE;
  const own = steps.find(({ version }) => version === wanted.version);
  if (own !== undefined && own.state !== 'going') return { may: false, why: 'held' };
  if (wanted.byHand) return AT_ONCE;
  if (own !== undefined)
    return includes(own, wanted)
      ? { may: true, show: own.show, latest: own.latest }
      : { may: false, why: 'not-yet' };
  const higher = steps.find((step) => step.version > wanted.version && includes(step, wanted));
  return higher === undefined
    ? { may: false, why: 'not-planned' }
    : { may: true, show: higher.show, latest: higher.latest };
}

/** Was the version that is shown rolled back? */
export function isRolledBack(steps: readonly RolloutStep[], shown: number): boolean {
  return steps.some(({ version, state }) => version === shown && state === 'rolled-back');
}

function includes({ state, from, rollout, share }: RolloutStep, { device, now }: Wanted): boolean {
  return state === 'going' && Date.parse(from) <= now && isInShare(device, rollout, share);
}
