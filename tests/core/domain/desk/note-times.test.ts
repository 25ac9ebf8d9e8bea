import { expect, it } from 'vitest';
import { withoutAmounts, withoutHours, withoutTimes } from '../../../../core/domain/desk/note-times.ts';

it('takes amounts out of a note, and no other numbers with commas', () => {
  expect(withoutAmounts('€ 1.250,50, 12,00 en 0,50')).toBe('€ x, x en x');
  expect(withoutAmounts('111,222,333 en 12,03,1948', '@')).toBe('111,222,333 en 12,03,1948');
});

it('takes times of day out of a note, and no other numbers with colons', () => {
  expect(withoutTimes('open 9:00-17:30', '@')).toBe('open @-@');
  expect(withoutTimes('12:03:1970 en 111:222:333')).toBe('12:03:1970 en 111:222:333');
});

it('takes opening hours with dots out of a note, and no other numbers with dots', () => {
  expect(withoutHours('ma 9.00-12.30 13.00 - 17.00', '@')).toBe('ma @ @');
  expect(withoutHours('06.12-34.56.78, 12.03-19.48.1, 9.00-12.75')).toBe(
    '06.12-34.56.78, 12.03-19.48.1, 9.00-12.75',
  );
});
