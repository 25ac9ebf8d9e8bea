import { describe, expect, test } from 'vitest';
import type { OpeningState } from '../../../../core/domain/directory/opening-hours.ts';
import { openingOf, placesOf } from '../../../../core/domain/directory/service-places.ts';
import { aSchedule, aService } from '../../../builders/a-service.ts';

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

test('a place that is shut for some days shuts what is given there, and its usual days off do not', () => {
  const shut = { id: 'shut', valid_from: '2026-12-21', valid_to: '2027-01-03' };
  const monday = { id: 'monday', byday: 'MO' };
  const there = { ...location, schedules: [...THERE, shut, monday] };
  const [place] = placesOf(
    aService({ schedules: OWN, service_at_locations: [{ id: 'x', location: there }] }),
  );
  expect(place?.schedules.map(({ id }) => id)).toEqual(['own', 'shut']);
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
