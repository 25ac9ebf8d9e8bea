import { expect, test } from 'vitest';
import { nextReview, reviewDue } from '../../../../core/domain/directory/review-due.ts';

test.each([
  ['2026-11-27', 'overdue'],
  ['2026-11-28', 'soon'],
  ['2026-12-28', 'soon'],
  ['2026-12-29', 'fine'],
] as const)('on 28 November, a review on %s is %s', (day, expected) => {
  expect(reviewDue(day, '2026-11-28')).toBe(expected);
});

test('comes a year after it was assured, and today when it never was', () => {
  expect(nextReview('2026-11-28', '2027-01-01')).toBe('2027-11-28');
  expect(nextReview(undefined, '2027-01-01')).toBe('2027-01-01');
});

test('what was assured on 29 February comes a day earlier in a year without one', () => {
  expect(nextReview('2028-02-29', '2028-03-01')).toBe('2029-02-28');
});
