/** FNV-1a (draft-eastlake-fnv), 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** A share is told in whole percents; places are finer, so that the border falls where it should in a small fleet too. */
const PLACES = 10_000;

/**
 * Where a device stands in the queue of a roll-out: from 0 (first) to just below 100. The same for the same two ids, on every machine;
 * another roll-out puts the devices in another order, so that it is not always the same ones that go first.
 */
export function placeInRollout(device: string, rollout: string): number {
  let hash = FNV_OFFSET;
  const text = `${rollout} ${device}`;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  // The finish of MurmurHash3: without it, ids that end alike stand beside each other.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return ((hash >>> 0) % PLACES) / (PLACES / 100);
}

/** Is a device among the first so many percent of a roll-out? Whoever is in a share is in every larger one. */
export function isInShare(device: string, rollout: string, percent: number): boolean {
  return placeInRollout(device, rollout) < percent;
}
