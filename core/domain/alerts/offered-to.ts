import { mayInstall } from '../rollouts/may-install.ts';
import { type RolloutStep, SHOWN_WITHIN_MS } from '../rollouts/rollout-step.ts';
import type { NewestPack } from './judge-device.ts';

/** The roll-outs of a pack at a branch. */
type Planned = {
  readonly of: Pick<NewestPack, 'library' | 'pack' | 'channel'>;
  readonly steps: readonly RolloutStep[];
};

/**
 * Of the newest versions those that a device may have, by the roll-outs of its branch, and since when: a version that a roll-out holds
 * back makes no device stale, and one that it lets in does so from then on. `now` in milliseconds since 1970.
 */
export function offeredTo(
  device: string,
  newest: readonly NewestPack[],
  plans: readonly Planned[],
  now: number,
): NewestPack[] {
  return newest.flatMap((pack) => {
    const plan = plans.find(
      ({ of }) => of.library === pack.library && of.pack === pack.pack && of.channel === pack.channel,
    );
    const verdict = mayInstall(plan?.steps ?? [], { device, version: pack.version, now, byHand: false });
    if (!verdict.may) return [];
    if (verdict.latest === null) return [pack];
    // From its start, or when somebody resumed or widened it; one that waits for closing time may do so until `latest`.
    const latest = Date.parse(verdict.latest);
    const from = verdict.show === 'closed' ? latest : latest - SHOWN_WITHIN_MS;
    return [{ ...pack, since: Math.max(pack.since, from) }];
  });
}
