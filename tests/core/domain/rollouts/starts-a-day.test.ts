import { expect, test } from 'vitest';
import { startsADay } from '../../../../core/domain/rollouts/starts-a-day.ts';

const HOUR = 3_600_000;

test('all starts of a contact within a day count', () => {
  expect(startsADay(6, HOUR)).toBe(6);
  expect(startsADay(6, 24 * HOUR)).toBe(6);
});

test('those of a longer silence are spread over its days', () => {
  expect(startsADay(7, 7 * 24 * HOUR)).toBe(1);
  expect(startsADay(3, 36 * HOUR)).toBe(2);
});

test('a clock that went back makes them no more than they are', () => {
  expect(startsADay(5, -HOUR)).toBe(5);
});
