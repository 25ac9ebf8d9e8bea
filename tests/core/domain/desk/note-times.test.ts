import { expect, it } from 'vitest';
import { withoutAmounts, withoutTimes } from '../../../../core/domain/desk/note-times.ts';

it('takes amounts out of a note, and no other numbers with commas', () => {
  expect(withoutAmounts('€ 1.250,50, 12,00 en 0,50')).toBe('€ x, x en x');
  expect(withoutAmounts('111,222,333 en 12,03,1948', '@')).toBe('111,222,333 en 12,03,1948');
});

it('takes times of day out of a note, and no other numbers with colons', () => {
  expect(withoutTimes('open 9:00-17:30', '@')).toBe('open @-@');
  expect(withoutTimes('12:03:1970 en 111:222:333')).toBe('12:03:1970 en 111:222:333');
});
