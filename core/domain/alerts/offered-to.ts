import { mayInstall } from '../rollouts/may-install.ts';
import { type RolloutStep, SHOWN_WITHIN_MS } from '../rollouts/rollout-step.ts';
import type { DeviceFacts, SeenVersion } from './judge-device.ts';

/** The roll-outs of a pack at a branch. */
type Planned = {
  readonly of: Pick<SeenVersion, 'library' | 'pack' | 'channel'>;
  readonly steps: readonly RolloutStep[];
};

/**
 * Of the versions that were seen those above what a device shows that it may have, by the roll-outs of its branch, and since when: a
 * version that a roll-out holds back makes no device stale, and one that it lets in does so from then on. `now` in milliseconds since 1970.
 */
export function offeredTo(
  { id: device, packs }: { readonly id: string } & Pick<DeviceFacts, 'packs'>,
  seen: readonly SeenVersion[],
  plans: readonly Planned[],
  now: number,
): SeenVersion[] {
  const above = seen.filter((version) =>
    packs.some((shown) => isSame(shown, version) && shown.version < version.version),
  );
  return above.flatMap((pack) => {
    const plan = plans.find(({ of }) => isSame(of, pack));
    const verdict = mayInstall(plan?.steps ?? [], { device, version: pack.version, now, byHand: false });
    if (!verdict.may) return [];
    if (verdict.latest === null) return [pack];
    // From its start, or when somebody resumed or widened it; one that waits for closing time may do so for a week from then, or from when
    // it was there.
    const from = Math.max(pack.since, Date.parse(verdict.latest) - SHOWN_WITHIN_MS);
    return [{ ...pack, since: verdict.show === 'closed' ? from + SHOWN_WITHIN_MS : from }];
  });
}

type OnChannel = Pick<SeenVersion, 'library' | 'pack' | 'channel'>;

function isSame(one: OnChannel, other: OnChannel): boolean {
  return one.library === other.library && one.pack === other.pack && one.channel === other.channel;
}
