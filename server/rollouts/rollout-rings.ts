import { isInShare } from '../../core/domain/rollouts/share.ts';
import { takesPart } from './read-plan.ts';
import type { RolloutRow } from './rollout-tables.ts';

/** Which devices a roll-out was offered to, and from when on, until it was widened. */
type Ring = Pick<RolloutRow, 'share' | 'branches' | 'watched_from'>;

/** All rings of a roll-out since it began or was resumed, the oldest first. */
function ringsOf(rollout: RolloutRow): readonly [Ring, ...Ring[]] {
  const earlier = rollout.earlier_rings === null ? [] : (JSON.parse(rollout.earlier_rings) as Ring[]);
  const [first, ...others] = [...earlier, rollout];
  return [first ?? rollout, ...others];
}

/** What a roll-out that is widened keeps of the rings that it had. */
export function widenedRings(before: RolloutRow): string {
  const rings = ringsOf(before).map(({ share, branches, watched_from }) => ({
    ...{ share, branches, watched_from },
  }));
  return JSON.stringify(rings);
}

/** Since when what happens is held against a roll-out. */
export function watchedSince(rollout: RolloutRow): string {
  return ringsOf(rollout)[0].watched_from;
}

/** Since when a device is offered the version of a roll-out: from its first ring on. Undefined: it is in none. */
export function offeredSince(
  rollout: RolloutRow,
  device: { readonly id: string; readonly branch: string },
): string | undefined {
  return ringsOf(rollout).find(
    (ring) => takesPart(ring, device.branch) && isInShare(device.id, rollout.id, ring.share),
  )?.watched_from;
}
