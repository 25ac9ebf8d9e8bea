import { describe, expect, it } from 'vitest';
import { growthAVisit, MOST_GROWTH } from '../../bench/growth.ts';

/** What a kiosk kept after every fifth visit from the 105th to the 250th, and on to the 400th: real readings, in megabytes. */
const MEASURED = [
  ...[75.2, 74.0, 76.4, 75.1, 77.3, 77.1, 78.4, 73.2, 74.4, 74.6, 75.2, 75.1, 75.5, 75.5, 75.8],
  ...[75.8, 76.1, 76.4, 76.8, 76.8, 75.9, 77.4, 77.7, 77.2, 76.9, 78.9, 78.9, 79.5, 75.8, 76.4],
  ...[74.8, 76.8, 75.0, 76.5, 74.7, 76.6, 76.9, 77.3, 77.3, 77.8, 77.8, 77.9, 78.3, 78.4, 78.7],
  ...[76.6, 77.7, 79.6, 79.5, 76.6, 76.4, 75.8, 76.2, 77.2, 74.8, 78.7, 77.7, 77.1, 78.0, 78.3],
];

/** Those of 150 visits, with a leak of so many megabytes a visit on top. */
const readings = (from: number, leak: number) =>
  MEASURED.slice(from, from + 30).map((megabytes, at) => ({
    visit: 105 + 5 * at,
    megabytes: megabytes + leak * 5 * at,
  }));
const WINDOWS = [0, 10, 20, 30];

describe('what visits add', () => {
  it('is far below the bound as it was measured, and far above it with a leak of 0.1 MB a visit', () => {
    for (const from of WINDOWS) {
      expect(growthAVisit(readings(from, 0)), String(from)).toBeLessThan(MOST_GROWTH / 2);
      expect(growthAVisit(readings(from, 0.1)), String(from)).toBeGreaterThan(MOST_GROWTH * 1.5);
    }
  });

  it('is not what one or two odd readings say', () => {
    const odd = readings(0, 0).map((each, at) => (at > 27 ? { ...each, megabytes: 150 } : each));
    expect(growthAVisit(odd)).toBeLessThan(MOST_GROWTH);
  });
});
