import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, wallMomentAt, weekdayOf } from '../../../../core/domain/directory/amsterdam-time.ts';

const INTL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});
const HOUR = 3_600_000;
const instants = fc.date({
  min: new Date('1996-06-01T00:00:00Z'),
  max: new Date('2037-12-31T00:00:00Z'),
  noInvalidDate: true,
});

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

test('the clock on the wall says what the time zone tables say', () => {
  fc.assert(
    fc.property(instants, (date) => {
      const [day = '', time = ''] = INTL.format(date).split(' ');
      expect(wallMomentAt(date.getTime())).toEqual({ date: day, minutes: minutes(time) });
    }),
    { numRuns: 2000 },
  );
});

test('it changes at the very second, in both nights of thirty years', () => {
  for (let year = 1997; year <= 2037; year++)
    for (const month of ['03', '10'])
      for (let hour = 24 * 23; hour < 24 * 32; hour++)
        for (const near of [-1, 0]) {
          const instant = Date.parse(`${year}-${month}-01T00:00:00Z`) + hour * HOUR + near;
          if (new Date(instant).getUTCHours() > 1 || new Date(instant).getUTCDay() !== 0) continue;
          const [date = '', time = ''] = INTL.format(instant).split(' ');
          expect(wallMomentAt(instant)).toEqual({ date, minutes: minutes(time) });
        }
});

test('an instant goes to the clock and back, but for the hour that comes twice', () => {
  fc.assert(
    fc.property(instants, (date) => {
      const whole = Math.floor(date.getTime() / 60_000) * 60_000;
      const wall = wallMomentAt(whole);
      expect([whole, whole - HOUR]).toContain(instantOf(wall.date, wall.minutes));
    }),
    { numRuns: 2000 },
  );
});

describe('the nights in which the clock changes', () => {
  test.each([
    ['before it goes ahead', '2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
    ['an hour that is not there', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['after it', '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['before it goes back', '2026-10-25', '01:59', '2026-10-24T23:59:00Z'],
    ['an hour that is there twice: the first', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['after it has gone back', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
  ])('%s', (_, date, time, instant) => {
    expect(new Date(instantOf(date, minutes(time))).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });

  test('minutes past midnight go on into the next day', () => {
    expect(instantOf('2026-11-24', 1440 + 90)).toBe(instantOf('2026-11-25', 90));
  });
});

test('a week begins on Monday', () => {
  expect(['2026-11-23', '2026-11-29', '1970-01-01', '1969-12-31'].map(weekdayOf)).toEqual([0, 6, 3, 2]);
});
