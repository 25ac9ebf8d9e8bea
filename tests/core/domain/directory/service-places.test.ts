import { describe, expect, test } from 'vitest';
import { type OpeningState, openingOn } from '../../../../core/domain/directory/opening-hours.ts';
import type { Schedule } from '../../../../core/domain/directory/schedule.ts';
import type { Service } from '../../../../core/domain/directory/service.ts';
import { openingOf, placesOf } from '../../../../core/domain/directory/service-places.ts';
import { anAttribute, aSchedule, aService } from '../../../builders/a-service.ts';

const OWN = [aSchedule({ id: 'own' })];
const AT = [aSchedule({ id: 'at' })];
const THERE = [aSchedule({ id: 'there' })];
const location = { id: 'bieb', location_type: 'physical' as const, schedules: THERE };

describe('the hours of a service at a place are', () => {
  test.each([
    [
      'those of the service there',
      { schedules: OWN, service_at_locations: [{ id: 'x', schedules: AT, location }] },
      'at',
    ],
    ['else its own', { schedules: OWN, service_at_locations: [{ id: 'x', schedules: [], location }] }, 'own'],
    [
      'else those of the place',
      { schedules: undefined, service_at_locations: [{ id: 'x', location }] },
      'there',
    ],
    ['else none', { schedules: undefined, service_at_locations: [{ id: 'x' }] }, undefined],
    ['its own, where there is no place', { schedules: OWN, service_at_locations: undefined }, 'own'],
    ['none, where there is neither', { schedules: undefined, service_at_locations: undefined }, undefined],
  ])('%s', (_, changed, id) => {
    expect(placesOf(aService(changed)).map(({ schedules }) => schedules[0]?.id)).toEqual([id]);
  });
});

describe('a place to write to', () => {
  const box = { id: 'box', location: { id: 'box', location_type: 'postal' as const } };
  const addressed = (address_type: 'postal' | 'physical') => ({
    id: 'at',
    location: {
      ...location,
      addresses: [{ id: 'a', address_1: 'Postbus 1', city: 'Waterrijk', address_type }],
    },
  });
  const hours = (...service_at_locations: Service['service_at_locations'] & object) =>
    placesOf(aService({ schedules: OWN, service_at_locations })).map(({ schedules }) => schedules.length);

  test('has no hours beside one to go to, by its sort or by its addresses', () => {
    expect(hours(box, { id: 'x', location })).toEqual([0, 1]);
    expect(hours(addressed('postal'), addressed('physical'))).toEqual([0, 1]);
  });

  test('has those that are known where there is none to go to', () => {
    expect(hours(box, addressed('postal'))).toEqual([1, 1]);
  });
});

describe('a place that is shut', () => {
  const idsOf = (
    own: readonly Schedule[] | undefined,
    there: readonly Schedule[],
    at?: readonly Schedule[],
  ) => {
    const [place] = placesOf(
      aService({
        schedules: own && [...own],
        service_at_locations: [
          { id: 'x', ...(at && { schedules: [...at] }), location: { ...location, schedules: [...there] } },
        ],
      }),
    );
    return place?.schedules.map(({ id }) => id);
  };
  const shut = { id: 'shut', valid_from: '2026-12-21', valid_to: '2027-01-03' };

  test.each<[string, Schedule, string[]]>([
    ['for some days shuts what is given there', shut, ['own', 'shut']],
    ['for one day, too', { id: 'eve', dtstart: '2026-12-24' }, ['own', 'eve']],
    ['from a day on, too', { id: 'gone', valid_from: '2026-12-01' }, ['own', 'gone']],
    ['on a weekday does not', { id: 'monday', byday: 'MO' }, ['own']],
    [
      'on a weekday of a year does not',
      { id: 'monday', byday: 'MO', valid_from: '2026-01-01', valid_to: '2026-12-31' },
      ['own'],
    ],
  ])('%s', (_, closing, expected) => {
    expect(idsOf(OWN, [...THERE, closing])).toEqual(expected);
  });

  test('does not shut what is open while doors are shut, and this can be closed itself', () => {
    const always = aSchedule({ id: 'always', attributes: [anAttribute('mark', 'open-while-shut')] });
    const move = { id: 'move', valid_from: '2026-12-22', valid_to: '2026-12-22' };
    expect(idsOf([always, move], [...THERE, shut])).toEqual(['always', 'move']);
    expect(idsOf([always, ...OWN], [...THERE, shut])).toEqual(['always', 'own', 'shut']);
    const easter = aSchedule({ id: 'easter', attributes: [anAttribute('mark', 'open-on-holidays')] });
    expect(idsOf([easter], [...THERE, shut])).toEqual(['easter', 'shut']);
  });

  test('a service that only says when it is closed keeps the hours of its place', () => {
    expect(idsOf([shut], THERE)).toEqual(['shut', 'there']);
  });

  test('hours at one place keep the days on which the service is closed everywhere', () => {
    expect(idsOf([...OWN, shut], THERE, AT)).toEqual(['at', 'shut']);
    expect(idsOf([...OWN, shut], THERE, [{ id: 'closed', byday: 'MO' }])).toEqual(['closed', 'own', 'shut']);
  });
});

describe('what closes', () => {
  const hoursOn = (
    date: string,
    levels: { at?: readonly Schedule[]; own?: readonly Schedule[]; there?: readonly Schedule[] },
  ) => {
    const [place] = placesOf(
      aService({
        schedules: [...(levels.own ?? [])],
        service_at_locations: [
          {
            ...{ id: 'x', schedules: [...(levels.at ?? [])] },
            location: { ...location, schedules: [...(levels.there ?? [])] },
          },
        ],
      }),
    );
    return openingOn(place?.schedules ?? [], date).spans.length > 0 ? 'open' : 'closed';
  };
  const YEAR = [aSchedule({ valid_from: '2026-01-01', valid_to: '2026-12-31' })];
  const day = (dtstart: string) => ({ id: 'day', dtstart, opens_at: '10:00', closes_at: '16:00' });
  const weeks = { id: 'weeks', valid_from: '2026-12-21', valid_to: '2027-01-03' };
  const wednesday = { id: 'wednesday', byday: 'WE' };
  const gone = { id: 'gone', valid_from: '2026-12-01' };
  const rule = { ...weeks, freq: 'WEEKLY' as const, byday: 'MO,TU,WE,TH,FR' };
  const eve = '2026-12-24';

  // 16 December 2026 is a Wednesday.
  test.each<[string, string, Parameters<typeof hoursOn>[1], string]>([
    [
      'a service, on a special day of its place',
      eve,
      { own: [weeks], there: [...THERE, day(eve)] },
      'closed',
    ],
    ['a service, at a place with hours of a year', '2026-12-16', { own: [wednesday], there: YEAR }, 'closed'],
    ['and not on the other days', '2026-12-17', { own: [wednesday], there: YEAR }, 'open'],
    ['a service at a place, with hours of a year', '2026-12-16', { at: [wednesday], own: YEAR }, 'closed'],
    ['a place for good, what has hours of a year', '2026-12-16', { own: YEAR, there: [gone] }, 'closed'],
    ['a service for good, hours of a year at a place', '2026-12-16', { at: YEAR, own: [gone] }, 'closed'],
    ['but not hours of that very day', eve, { own: [day(eve)], there: [gone] }, 'open'],
    ['a place, by a rule of some days', '2026-12-23', { own: OWN, there: [rule] }, 'closed'],
    [
      'a place, by a rule that ends',
      '2026-12-23',
      { own: OWN, there: [{ id: 'r', byday: 'WE', dtstart: '2026-12-02', until: '2026-12-23' }] },
      'closed',
    ],
    [
      'a place, by a rule of some times',
      '2026-12-23',
      { own: OWN, there: [{ id: 'r', byday: 'WE', dtstart: '2026-12-02', count: 4 }] },
      'closed',
    ],
    [
      'a place for a day, not hours of that very day',
      '2026-12-25',
      { own: [...OWN, day('2026-12-25')], there: [...THERE, { id: 'shut', dtstart: '2026-12-25' }] },
      'open',
    ],
    [
      'a place for a day, hours of a week',
      '2026-12-23',
      {
        own: [aSchedule({ valid_from: '2026-12-21', valid_to: '2026-12-27' })],
        there: [{ id: 'shut', dtstart: '2026-12-23' }],
      },
      'closed',
    ],
  ])('%s', (_, date, levels, expected) => {
    expect(hoursOn(date, levels)).toBe(expected);
  });
});

describe('a place with other hours on one day', () => {
  const eve = {
    ...{ id: 'eve', valid_from: '2026-12-24', valid_to: '2026-12-24', opens_at: '10:00', closes_at: '16:00' },
    description: 'Kerstavond: eerder dicht',
  };
  const dayOf = (own: Schedule, date: string, special: Schedule = eve) => {
    const there = { ...location, schedules: [...THERE, special] };
    const [place] = placesOf(
      aService({ schedules: [own], service_at_locations: [{ id: 'x', location: there }] }),
    );
    return openingOn(place?.schedules ?? [], date);
  };
  const spans = (...hours: [number, number][]) =>
    hours.map(([opens, closes]) => ({ opens: opens * 60, closes: closes * 60 }));

  test('closes what is given there when it closes, and says why', () => {
    const day = dayOf(aSchedule(), '2026-12-24');
    expect(day.spans).toEqual(spans([10, 16]));
    expect(day.exception?.description).toBe('Kerstavond: eerder dicht');
    expect(dayOf(aSchedule({ opens_at: '18:00', closes_at: '20:00' }), '2026-12-24').spans).toEqual([]);
    expect(dayOf(aSchedule(), '2026-12-23').spans).toEqual(spans([9, 17]));
  });

  test('leaves alone what fits in them, what was written for that day, and what is open while doors are shut', () => {
    const short = dayOf(aSchedule({ opens_at: '11:00', closes_at: '12:00' }), '2026-12-24');
    expect(short.spans).toEqual(spans([11, 12]));
    expect(short).not.toHaveProperty('exception');
    const own = { id: 'own', dtstart: '2026-12-24', opens_at: '18:00', closes_at: '20:00' };
    expect(dayOf(own, '2026-12-24').spans).toEqual(spans([18, 20]));
    const marked = aSchedule({ closes_at: '20:00', attributes: [anAttribute('mark', 'open-while-shut')] });
    expect(dayOf(marked, '2026-12-24').spans).toEqual(spans([9, 20]));
  });

  test('opens nothing: neither on a day off nor on a holiday', () => {
    expect(dayOf(aSchedule({ byday: 'MO' }), '2026-12-24').spans).toEqual([]);
    const christmas = { ...eve, valid_from: '2026-12-25', valid_to: '2026-12-25' };
    expect(dayOf(aSchedule(), '2026-12-25', christmas)).toMatchObject({
      spans: [],
      holiday: 'christmas-day',
    });
  });
});

const moment = (date: string) => ({ date, time: '09:00', daysAway: 1 });
const open = (date: string | null): OpeningState => ({
  state: 'open',
  until: date === null ? null : moment(date),
});
const closed = (date: string | null): OpeningState => ({
  state: 'closed',
  opens: date === null ? null : moment(date),
});

describe('a service of several places is', () => {
  test.each<[string, (OpeningState | undefined)[], OpeningState | undefined]>([
    ['open when one of them is', [closed('2026-11-25'), open('2026-11-24')], open('2026-11-24')],
    ['open as long as the last', [open('2026-11-24'), open('2026-11-25')], open('2026-11-25')],
    ['open always, when one is', [open(null), open('2026-11-25')], open(null)],
    ['closed until the first opens', [closed('2026-11-26'), closed('2026-11-25')], closed('2026-11-25')],
    [
      'closed until one opens of which that is known',
      [closed(null), closed('2026-11-25')],
      closed('2026-11-25'),
    ],
    ['what is known', [undefined, closed(null)], closed(null)],
    ['nothing where nothing is known', [undefined], undefined],
  ])('%s', (_, states, expected) => {
    expect(openingOf(states)).toEqual(expected);
  });
});
