import { expect, it } from 'vitest';
import { MOST_VERSION } from '../../../../core/contract/repository/pack-version.ts';
import { mostVersionAt } from '../../../../core/contract/repository/version-limit.ts';

it('has room for a day as a number, whatever the clock says', () => {
  for (const time of [0, Date.UTC(2026, 10, 27), Date.UTC(2040, 0, 1)])
    expect(mostVersionAt(time)).toBeGreaterThan(99_991_231);
});

it('leaves a higher number free within a minute, and numbers for centuries', () => {
  const now = Date.UTC(2026, 10, 27);
  expect(mostVersionAt(now + 60_000)).toBeGreaterThan(mostVersionAt(now));
  expect(mostVersionAt(now)).toBe(100_000_000 + 330 * 10_000);
  expect(mostVersionAt(Date.UTC(2500, 0, 1))).toBeLessThan(MOST_VERSION);
  expect(mostVersionAt(Number.MAX_SAFE_INTEGER)).toBe(MOST_VERSION);
});
