import { expect, test } from 'vitest';
import { lockOutMs, triesLeft } from '../../../core/domain/lock-out.ts';

const MINUTE = 60_000;

test('four wrong PINs in a row are forgiven; from the fifth on it takes twice as long each time, up to four hours', () => {
  expect([0, 1, 2, 3, 4].map(lockOutMs)).toEqual([0, 0, 0, 0, 0]);
  expect([5, 6, 7, 8, 9, 10, 11, 12].map((failures) => lockOutMs(failures) / MINUTE)).toEqual([
    1, 2, 4, 8, 16, 32, 64, 128,
  ]);
  for (const failures of [13, 14, 100, 5_000]) expect(lockOutMs(failures)).toBe(240 * MINUTE);
});

test('the tries that are left go down to one, and after a lock-out there is one at a time', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 40].map(triesLeft)).toEqual([5, 4, 3, 2, 1, 1, 1, 1]);
});
