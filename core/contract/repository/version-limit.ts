import { MOST_VERSION } from './pack-version.ts';

const DAY_MS = 86_400_000;
const COUNTED_FROM = Date.UTC(2026, 0, 1);
/** Room for whoever writes a day as a number: 20261127. */
const ANY_TIME = 100_000_000;
/** No library publishes a pack so often. At this rate there are numbers left for centuries. */
const A_DAY = 10_000;

/**
 * The highest version that a pack can have at a time (milliseconds since 1970). It goes by time alone: whatever a thief of a key published,
 * a higher number is free a moment later, for every kiosk alike, wherever that one stood (decision 17).
 */
export function mostVersionAt(time: number): number {
  const counted = Math.floor(Math.max(0, (time - COUNTED_FROM) / DAY_MS) * A_DAY);
  return Math.min(MOST_VERSION, ANY_TIME + counted);
}
