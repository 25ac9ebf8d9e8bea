import { describe, expect, test } from 'vitest';
import { openingOn, openingStateAt } from '../../../../core/domain/directory/opening-hours.ts';
import type { Schedule } from '../../../../core/domain/directory/schedule.ts';
import { placesOf } from '../../../../core/domain/directory/service-places.ts';
import { anAttribute, aSchedule, aService } from '../../../builders/a-service.ts';

/** Other hours from one day to another, as HSDS writes a change for some days. */
const days = (id: string, from: string, to: string, opens: number, closes: number): Schedule => ({
  ...{ id, valid_from: from, valid_to: to },
  ...{ opens_at: `${String(opens).padStart(2, '0')}:00`, closes_at: `${closes}:00` },
});
const EVE = days('eve', '2026-12-24', '2026-12-24', 10, 12);
const WEEK = [aSchedule()];
const shut = (from: string, to = from): Schedule => ({ id: 'shut', valid_from: from, valid_to: to });

type Levels = { readonly at?: Schedule[]; readonly own?: Schedule[]; readonly there?: Schedule[] };

const schedulesOf = ({ at = [], own = [], there = [] }: Levels) => {
  const location = { id: 'bieb', location_type: 'physical' as const, schedules: there };
  const [place] = placesOf(
    aService({ schedules: own, service_at_locations: [{ id: 'x', schedules: at, location }] }),
  );
  return place?.schedules ?? [];
};
const hoursOn = (date: string, levels: Levels) =>
  openingOn(schedulesOf(levels), date)
    .spans.map(({ opens, closes }) => `${opens / 60}-${closes / 60}`)
    .join(' ');

// 1 and 29 December 2026 are Tuesdays, the 24th is a Thursday.
describe.each<[string, Levels]>([
  ['a service, over the week of its place', { own: [EVE], there: WEEK }],
  ['a service at a place, over the week of the service', { at: [EVE], own: WEEK }],
  ['a service at a place, over the week of the place', { at: [EVE], there: WEEK }],
  [
    'a service, over other hours of its place for that day',
    {
      ...{ own: [EVE], there: [...WEEK, days('theirs', '2026-12-24', '2026-12-24', 9, 16)] },
    },
  ],
  [
    'a service, over other hours of its place for that week',
    {
      ...{ own: [EVE], there: [...WEEK, days('theirs', '2026-12-21', '2026-12-24', 9, 16)] },
    },
  ],
  ['a service, for days on which its place is shut', { own: [EVE], there: [...WEEK, shut('2026-12-24')] }],
  [
    'a service at a place, over those of the service',
    {
      ...{ at: [EVE], own: [days('own', '2026-12-24', '2026-12-24', 13, 14)], there: WEEK },
    },
  ],
])('other hours on one day of %s', (_, levels) => {
  test.each([
    ['leave the days before as they are', '2026-12-01', '9-17'],
    ['hold on that day', '2026-12-24', '10-12'],
    ['leave the days after as they are', '2026-12-29', '9-17'],
  ])('%s', (__, date, expected) => {
    expect(hoursOn(date, levels)).toBe(expected);
  });

  test('do not make it closed at a moment on another day', () => {
    const noon = Date.parse('2026-12-01T11:00:00Z');
    expect(openingStateAt(schedulesOf(levels), noon)).toMatchObject({ state: 'open' });
  });
});

describe('other hours for some days', () => {
  test('take the place of longer ones of the place for all of those days', () => {
    const levels = { own: [days('own', '2026-12-21', '2026-12-24', 10, 12)], there: [...WEEK, EVE] };
    const theirs = { own: [days('own', '2026-12-21', '2026-12-24', 13, 15)], there: [...WEEK, EVE] };
    expect(['2026-12-22', '2026-12-24'].map((date) => hoursOn(date, levels))).toEqual(['10-12', '10-12']);
    expect(hoursOn('2026-12-24', theirs)).toBe('13-15');
  });

  test('do not keep the place from closing on its own days, nor the service from closing on more', () => {
    expect(hoursOn('2026-12-29', { own: [EVE], there: [...WEEK, shut('2026-12-29')] })).toBe('');
    const away = { own: [EVE, shut('2026-12-21', '2027-01-03')], there: WEEK };
    expect(['2026-12-22', '2026-12-24'].map((date) => hoursOn(date, away))).toEqual(['', '10-12']);
    const closed = { at: [EVE], own: [shut('2026-12-29')], there: WEEK };
    expect(hoursOn('2026-12-29', closed)).toBe('');
    const wednesdays = { at: [EVE], own: [{ id: 'we', byday: 'WE' }], there: WEEK };
    expect(['2026-12-16', '2026-12-17'].map((date) => hoursOn(date, wednesdays))).toEqual(['', '9-17']);
  });

  test('leave shorter days of the place to the hours of the service', () => {
    const there = [...WEEK, days('new-years-eve', '2026-12-31', '2026-12-31', 9, 13)];
    const levels = { at: [EVE], own: WEEK, there };
    expect(hoursOn('2026-12-31', levels)).toBe('9-13');
    expect(hoursOn('2026-12-31', { at: WEEK, there })).toBe('9-13');
    expect(hoursOn('2026-12-31', { at: [aSchedule({ opens_at: '14:00' })], there })).toBe('');
  });

  test('know of a holiday among them, and the week does not', () => {
    const levels = { own: [days('own', '2026-12-25', '2026-12-25', 10, 12)], there: WEEK };
    expect(hoursOn('2026-12-25', levels)).toBe('10-12');
    expect(hoursOn('2027-01-01', levels)).toBe('');
  });
});

describe('what has a day of its own', () => {
  const workshop: Schedule = { id: 'w', dtstart: '2026-12-24', opens_at: '10:00', closes_at: '12:00' };

  test('by dtstart, as a meeting has, is not there whenever its building is open', () => {
    expect(hoursOn('2026-12-24', { own: [workshop], there: WEEK })).toBe('10-12');
    expect(hoursOn('2026-12-01', { own: [workshop], there: WEEK })).toBe('');
  });

  test('and hours of a year are not other hours for some days', () => {
    const year = aSchedule({ byday: 'MO', valid_from: '2026-01-01', valid_to: '2026-12-31' });
    expect(hoursOn('2026-12-01', { own: [year, EVE], there: WEEK })).toBe('');
    const marked = { ...EVE, attributes: [anAttribute('mark', 'open-while-shut')] };
    expect(hoursOn('2026-12-24', { own: [marked], there: [...WEEK, shut('2026-12-24')] })).toBe('10-12');
  });
});
