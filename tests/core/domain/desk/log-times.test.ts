import { expect, it } from 'vitest';
import {
  durationOf,
  faultOfHour,
  isClockBehind,
  mayCorrect,
} from '../../../../core/domain/desk/log-times.ts';

const NOW = new Date('2026-11-26T13:41:00Z');

it('takes an hour up to a month back, and none that is still to come', () => {
  expect(faultOfHour('2026-11-26T14', NOW)).toBeUndefined();
  expect(faultOfHour('2026-11-26T15', NOW)).toBe('future');
  expect(faultOfHour('2026-10-26T00', NOW)).toBeUndefined();
  expect(faultOfHour('2026-10-25T23', NOW)).toBe('too-old');
});

it('lets a question be corrected for a day, and one that was logged while the clock was ahead', () => {
  expect(mayCorrect('2026-11-25T13:41:00.000Z', NOW)).toBe(true);
  expect(mayCorrect('2026-11-25T13:40:59.000Z', NOW)).toBe(false);
  expect(mayCorrect('2027-11-25T13:40:59.000Z', NOW)).toBe(true);
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
