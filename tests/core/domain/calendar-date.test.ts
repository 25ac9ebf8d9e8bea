import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  monthsBetween,
  yearsBetween,
} from '../../../core/domain/calendar-date.ts';
import { CalendarDate } from '../../../core/domain/calendar-date-schema.ts';

const anyDate = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(fromDayNumber);
const FIXED = { seed: 20261124, numRuns: 500 };

function complaints(text: unknown): string[] {
  return CalendarDate.safeParse(text).error?.issues.map(({ message }) => message) ?? [];
}

describe('a calendar date', { timeout: 60_000 }, () => {
  it.each(['2026-11-24', '2024-02-29', '0001-01-01', '9999-12-31'])('can be %s', (text) => {
    expect(complaints(text)).toEqual([]);
  });

  it.each(['24-11-2026', '2026-1-1', '2026/11/24', '2026-11-24T00:00', 'today', ''])(
    'is written year-month-day, not "%s"',
    (text) => {
      expect(complaints(text)).toEqual(['write a date as year-month-day, as in 2026-11-03']);
    },
  );

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-04-31', '2026-00-10'])(
    'exists, so it is not %s',
    (text) => {
      expect(complaints(text)).toEqual(['there is no such day, so write one that the calendar has']);
    },
  );

  it('is counted in days from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2026-11-24')).toBe(20_781);
    expect(fromDayNumber(-1)).toBe('1969-12-31');
    expect(dayNumber('no date')).toBeNaN();
  });

  it.each(['2026-13-01', '2026-00-10', '2026-01-32', '2026-01-00', '2026-1-5'])(
    '%s has no number',
    (text) => {
      expect(dayNumber(text)).toBeNaN();
    },
  );

  it('has the number that the clock of the machine gives it, and comes back from it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (days) => {
        const date = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect([fromDayNumber(days), dayNumber(date)]).toEqual([date, days]);
      }),
      { ...FIXED, numRuns: 5_000 },
    );
  });

  it('moves over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2026-11-24', 0)).toBe('2026-11-24');
  });

  it('comes back when it is counted there and back', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(to, from) + daysBetween(from, to)).toBe(0);
      }),
      FIXED,
    );
  });
});

describe('whole months and years', { timeout: 60_000 }, () => {
  it('are full on the same day of the month', () => {
    expect(monthsBetween('2026-01-15', '2026-02-14')).toBe(0);
    expect(monthsBetween('2026-01-15', '2026-02-15')).toBe(1);
    expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(0);
    expect(monthsBetween('2026-01-31', '2026-03-01')).toBe(1);
  });

  it('make an age on the birthday, not the day before', () => {
    expect(yearsBetween('2008-11-25', '2026-11-24')).toBe(17);
    expect(yearsBetween('2008-11-24', '2026-11-24')).toBe(18);
  });

  it('make an age on 1 March for who was born on 29 February', () => {
    expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17);
    expect(yearsBetween('2008-02-29', '2026-03-01')).toBe(18);
    expect(yearsBetween('2008-02-29', '2028-02-28')).toBe(19);
    expect(yearsBetween('2008-02-29', '2028-02-29')).toBe(20);
  });

  it('are negative for a day that is still to come', () => {
    expect(yearsBetween('2027-11-24', '2026-11-24')).toBe(-1);
    expect(yearsBetween('2027-01-01', '2026-11-24')).toBe(-1);
  });

  it('never go down when the day moves on', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.nat(400), (from, to, later) => {
        fc.pre(dayNumber(to) + later <= dayNumber('9999-12-31'));
        expect(monthsBetween(from, addDays(to, later))).toBeGreaterThanOrEqual(monthsBetween(from, to));
      }),
      FIXED,
    );
  });
});
