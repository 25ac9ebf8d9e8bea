import { expect, it } from 'vitest';
import {
  durationOf,
  faultOfHour,
  isClockBehind,
  mayCorrect,
  stepHour,
} from '../../../../core/domain/desk/log-times.ts';

const NOW = new Date('2026-11-26T13:41:00Z');

it('takes an hour up to a month back, and none that is still to come', () => {
  expect(faultOfHour('2026-11-26T14', NOW)).toBeUndefined();
  expect(faultOfHour('2026-11-26T15', NOW)).toBe('future');
  expect(faultOfHour('2026-10-26T00', NOW)).toBeUndefined();
  expect(faultOfHour('2026-10-25T23', NOW)).toBe('too-old');
});

it('lets a question be corrected for a day, and one that was logged while the clock was ahead', () => {
  expect(mayCorrect('2026-11-25T13:41:00.000Z', NOW, undefined)).toBe(true);
  expect(mayCorrect('2026-11-25T13:40:59.000Z', NOW, undefined)).toBe(false);
  expect(mayCorrect('2027-11-25T13:40:59.000Z', NOW, undefined)).toBe(true);
});

it('lets what was logged by a clock that was behind be corrected for a day of the clock that nobody sets', () => {
  const behind = '2015-01-01T09:00:00.000Z';
  expect(mayCorrect(behind, NOW, 86_400_000)).toBe(true);
  expect(mayCorrect(behind, NOW, 86_400_001)).toBe(false);
  // That clock stands still while the computer sleeps, or it began anew: what the other one allows holds all the same.
  expect(mayCorrect('2026-11-26T13:00:00.000Z', NOW, 86_400_001)).toBe(true);
});

it('steps by a day or an hour, and from or to an hour that no question can have to the one of now', () => {
  const now = '2026-11-26T14';
  expect(stepHour('2026-11-25T13', now, 1, 0)).toBe('2026-11-26T13');
  expect(stepHour('2026-11-25T13', now, 0, -1)).toBe('2026-11-25T12');
  expect(stepHour('2026-11-25T15', now, 1, 0)).toBe(now);
  expect(stepHour('2026-10-25T13', now, 1, 0)).toBe('2026-10-26T13');
  for (const wrong of ['2015-01-01T10', '2030-01-01T10'])
    expect([stepHour(wrong, now, 1, 0), stepHour(wrong, now, 0, 1)]).toEqual([now, now]);
});

it('notices a clock that is behind the last question', () => {
  expect(isClockBehind(undefined, NOW)).toBe(false);
  expect(isClockBehind('2026-11-26T14:40:00.000Z', NOW)).toBe(false);
  expect(isClockBehind('2026-11-26T14:42:00.000Z', NOW)).toBe(true);
});

it('sorts minutes into classes', () => {
  expect([0, 4.9, 5, 14.9, 15, 29.9, 30, 59.9, 60].map(durationOf)).toEqual([
    ...['under-5', 'under-5', '5-15', '5-15', '15-30', '15-30', '30-60', '30-60', 'over-60'],
  ]);
});
