import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isCalendarDate } from '../../../../core/domain/calendar-date.ts';
import { assuredOn, nextReview, reviewDue } from '../../../../core/domain/directory/review-due.ts';

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

test.each([
  ['0000-01-01', undefined],
  ['0001-01-01', undefined],
  ['1899-12-31', undefined],
  ['1900-01-01', '1901-01-01'],
  ['9998-12-31', '9999-12-31'],
  ['9999-12-31', undefined],
])('looks again at a service assured on %s on %s (undefined: today, as if it never was)', (assured, day) => {
  expect(assuredOn(assured)).toBe(day && assured);
  expect(nextReview(assured, '2027-01-01')).toBe(day ?? '2027-01-01');
});

test('comes on a day that the calendar has, whenever it was assured', () => {
  const [first, days] = ['0000-01-01', 3_652_424];
  expect(addDays(first, days)).toBe('9999-12-31');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: days }), (after) => {
      expect(isCalendarDate(nextReview(addDays(first, after), '2027-01-01'))).toBe(true);
    }),
  );
});
