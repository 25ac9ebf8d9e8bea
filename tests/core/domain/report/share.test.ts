import { expect, test } from 'vitest';
import { shareOf } from '../../../../core/domain/report/share.ts';

test('a percentage is whole, and only of what is shown and large enough', () => {
  expect(shareOf(25, 100)).toBe(25);
  expect(shareOf(10, 300)).toBe(3);
  expect(shareOf(25, 99)).toBeNull();
  expect(shareOf(null, 300)).toBeNull();
  expect(shareOf(25, null)).toBeNull();
});
