import { median } from './statistics.ts';

/** Memory after so many visits. */
export type Weighed = { readonly visit: number; readonly megabytes: number };

/**
 * As much may be added by a visit, in megabytes. What an app keeps settles for a long time and comes and goes by some megabytes: 150 visits
 * that are weighed after every fifth say between 0.00 and 0.03 a visit (0.014 on average, give or take 0.01). This is more than five times
 * that noise above the average, and a leak of 0.1 comes well above it.
 */
export const MOST_GROWTH = 0.07;

/**
 * How much a visit adds, in megabytes: the middle of the slopes between every two readings (Theil and Sen), which one that is far off
 * does not move. Throws RangeError for fewer than two readings.
 */
export function growthAVisit(readings: readonly Weighed[]): number {
  return median(
    readings.flatMap((one, at) =>
      readings.slice(at + 1).map((other) => (other.megabytes - one.megabytes) / (other.visit - one.visit)),
    ),
  );
}
