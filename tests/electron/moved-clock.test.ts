import { expect, it } from 'vitest';
import { movedClock } from '../../electron/moved-clock.ts';

const day = (time: Date) => [time.getFullYear(), time.getMonth() + 1, time.getDate()];
const hour = (time: Date) => [time.getHours(), time.getMinutes(), time.getSeconds()];

it('begins on the day that is asked for, at the time of day that it is, and goes on from there', () => {
  let real = new Date(2028, 6, 31, 13, 7, 21);
  const now = movedClock('2026-11-24', () => real);
  expect(day(now())).toEqual([2026, 11, 24]);
  expect(hour(now())).toEqual([13, 7, 21]);
  real = new Date(real.getTime() + 1500);
  expect(hour(now())).toEqual([13, 7, 22]);
  real = new Date(2028, 7, 1, 13, 7, 21);
  expect(day(now())).toEqual([2026, 11, 25]);
});

it('begins later too, and on a day of a leap year', () => {
  expect(day(movedClock('2028-02-29', () => new Date(2026, 10, 26, 23, 59))())).toEqual([2028, 2, 29]);
});

it('is the real clock without a day', () => {
  const real = () => new Date(2028, 0, 1);
  expect(movedClock(undefined, real)).toBe(real);
});
