import { describe, expect, it } from 'vitest';
import { isCopyDue } from '../../../core/domain/copy-due.ts';

const NOW = new Date('2026-11-26T13:41:00Z');
const HOUR_MS = 3_600_000;
const hoursFromNow = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

function isDue(
  hours: number,
  { isOfThisRun = true, loggedAt }: { isOfThisRun?: boolean; loggedAt?: Date } = {},
) {
  return isCopyDue({ madeAt: hoursFromNow(hours), isOfThisRun, loggedAt: loggedAt?.toISOString() }, NOW);
}

it('wants a copy where there is none, and one a day', () => {
  expect(isCopyDue({ madeAt: undefined, isOfThisRun: true, loggedAt: undefined }, NOW)).toBe(true);
  expect([-25, -24, -1, 0].map((hours) => isDue(hours))).toEqual([true, false, false, false]);
});

it('wants one where the newest is of later than now; not for the minutes by which a clock is put right', () => {
  expect([1, 2, 23, 9000].map((hours) => isDue(hours))).toEqual([false, true, true, true]);
});

describe('while the clock is behind what it said before', () => {
  const loggedAt = hoursFromNow(6);

  it('wants one in each run of the app: a copy that seems to be of now may be of days ago', () => {
    expect(isDue(0, { isOfThisRun: false, loggedAt })).toBe(true);
    expect(isDue(0, { isOfThisRun: true, loggedAt })).toBe(false);
  });

  it('wants none in a run in which the clock goes on from the last question', () => {
    expect(isDue(-1, { isOfThisRun: false, loggedAt: hoursFromNow(-1) })).toBe(false);
    expect(isDue(-1, { isOfThisRun: false })).toBe(false);
  });
});
