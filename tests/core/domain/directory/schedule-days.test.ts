import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../core/domain/calendar-date.ts';
import { weekdayOf } from '../../../../core/domain/directory/amsterdam-time.ts';
import type { Schedule } from '../../../../core/domain/directory/schedule.ts';
import { occursOn } from '../../../../core/domain/directory/schedule-days.ts';

/** The days of a schedule in a time, as day of the month, or whole where there are more months. */
function days(schedule: Omit<Schedule, 'id'>, from: string, to: string): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (occursOn({ id: 'x', ...schedule }, day))
      found.push(from.slice(0, 7) === to.slice(0, 7) ? day.slice(8) : day.slice(5));
  return found;
}

// November 2026 begins on a Sunday.
const NOVEMBER = ['2026-11-01', '2026-11-30'] as const;
const AUTUMN = ['2026-09-01', '2026-12-31'] as const;

describe('by the week', () => {
  test.each<[string, Omit<Schedule, 'id'>, string[]]>([
    [
      'the days that are named',
      { freq: 'WEEKLY', byday: 'MO,TH' },
      ['02', '05', '09', '12', '16', '19', '23', '26', '30'],
    ],
    ['without freq, too', { byday: 'SU' }, ['01', '08', '15', '22', '29']],
    ['every second week', { freq: 'WEEKLY', interval: 2, byday: 'TU', dtstart: '2026-11-03' }, ['03', '17']],
    [
      'every second week, counted from when it is valid',
      { freq: 'WEEKLY', interval: 2, byday: 'TU', valid_from: '2026-11-10' },
      ['10', '24'],
    ],
    [
      'the week begins where it is said to',
      { freq: 'WEEKLY', interval: 2, byday: 'SU,MO', wkst: 'SU', dtstart: '2026-11-01' },
      ['01', '02', '15', '16', '29', '30'],
    ],
    ['the day it began on', { freq: 'WEEKLY', dtstart: '2026-11-06' }, ['06', '13', '20', '27']],
    ['until a day', { freq: 'WEEKLY', byday: 'MO', until: '2026-11-16' }, ['02', '09', '16']],
    [
      'so many times',
      { freq: 'WEEKLY', byday: 'MO,WE', dtstart: '2026-11-04', count: 3 },
      ['04', '09', '11'],
    ],
    [
      'so many times, counted from when it is valid',
      { freq: 'WEEKLY', byday: 'MO', valid_from: '2026-11-03', count: 2 },
      ['09', '16'],
    ],
    [
      'while it is valid',
      { freq: 'WEEKLY', byday: 'FR', valid_from: '2026-11-13', valid_to: '2026-11-20' },
      ['13', '20'],
    ],
  ])('%s', (_, schedule, expected) => {
    expect(days(schedule, ...NOVEMBER)).toEqual(expected);
  });
});

describe('by the month', () => {
  test.each<[string, Omit<Schedule, 'id'>, string[]]>([
    ['a day of the month', { freq: 'MONTHLY', bymonthday: '15' }, ['09-15', '10-15', '11-15', '12-15']],
    ['its last day', { bymonthday: '-1' }, ['09-30', '10-31', '11-30', '12-31']],
    ['the first Tuesday', { freq: 'MONTHLY', byday: '1TU' }, ['09-01', '10-06', '11-03', '12-01']],
    ['the first Tuesday without freq, too', { byday: '1TU' }, ['09-01', '10-06', '11-03', '12-01']],
    ['the last Friday', { freq: 'MONTHLY', byday: '-1FR' }, ['09-25', '10-30', '11-27', '12-25']],
    ['the last but one Friday', { freq: 'MONTHLY', byday: '-2FR' }, ['09-18', '10-23', '11-20', '12-18']],
    [
      'every third month',
      { freq: 'MONTHLY', interval: 3, bymonthday: '1', dtstart: '2026-06-01' },
      ['09-01', '12-01'],
    ],
    ['a Friday the thirteenth', { freq: 'MONTHLY', byday: 'FR', bymonthday: '13' }, ['11-13']],
    ['the day it began on', { freq: 'MONTHLY', dtstart: '2026-10-31' }, ['10-31', '12-31']],
  ])('%s', (_, schedule, expected) => {
    expect(days(schedule, ...AUTUMN)).toEqual(expected);
  });
});

describe('without a rule', () => {
  test('it falls on its one day', () => {
    expect(days({ dtstart: '2026-11-11' }, ...NOVEMBER)).toEqual(['11']);
  });
  test('or on every day on which it is valid', () => {
    expect(days({ valid_from: '2026-11-28', valid_to: '2026-12-24' }, ...NOVEMBER)).toEqual([
      '28',
      '29',
      '30',
    ]);
  });
});

test('a weekly rule falls on its weekday and no other, whatever its step', () => {
  const some = fc.integer({ min: 20_000, max: 24_000 }).map((days) => addDays('1970-01-01', days));
  fc.assert(
    fc.property(some, some, fc.integer({ min: 1, max: 9 }), (dtstart, day, interval) => {
      const falls = occursOn({ id: 'x', freq: 'WEEKLY', dtstart, interval }, day);
      const weeks = Math.round((Date.parse(day) - Date.parse(dtstart)) / (7 * 86_400_000));
      const expected = day >= dtstart && weekdayOf(day) === weekdayOf(dtstart) && weeks % interval === 0;
      expect(falls).toBe(expected);
    }),
  );
});
