import { expect, test } from 'vitest';
import {
  daysWritten,
  isChangeOfDays,
  isForFewDays,
  writtenFor,
} from '../../../../core/domain/directory/written-for.ts';
import { aSchedule } from '../../../builders/a-service.ts';

const meeting = { id: 'eenmalig', dtstart: '2026-12-24', opens_at: '10:00', closes_at: '11:00' };

test('a rule is written for the days on which it is valid, and ends where its rule does', () => {
  const valid = aSchedule({ valid_from: '2026-01-01', valid_to: '2026-12-31' });
  expect(writtenFor(valid)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(writtenFor({ ...valid, until: '2026-06-30' }).to).toBe('2026-06-30');
  expect(writtenFor({ ...valid, until: '2027-06-30' }).to).toBe('2026-12-31');
});

test('what has no rule is written for its day alone', () => {
  expect(writtenFor(meeting)).toEqual({ from: '2026-12-24', to: '2026-12-24' });
  expect(daysWritten(meeting)).toBe(1);
});

test('without an end there is no telling for how many days, and the end of a rule is none', () => {
  expect(daysWritten(aSchedule())).toBe(Number.POSITIVE_INFINITY);
  expect(daysWritten(aSchedule({ valid_from: '2026-01-01', until: '2026-01-03' }))).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test('a week is few days, and eight are not', () => {
  const days = (valid_to: string) => aSchedule({ valid_from: '2026-12-21', valid_to });
  expect(isForFewDays(days('2026-12-27'))).toBe(true);
  expect(isForFewDays(days('2026-12-28'))).toBe(false);
});

test('a meeting on a day of its own changes no other hours; a few days of a rule, or without one, do', () => {
  expect(isChangeOfDays(meeting)).toBe(false);
  expect(isChangeOfDays(aSchedule({ valid_from: '2026-12-24', valid_to: '2026-12-24' }))).toBe(true);
  expect(isChangeOfDays({ id: 'kerst', valid_from: '2026-12-25', valid_to: '2026-12-26' })).toBe(true);
});
