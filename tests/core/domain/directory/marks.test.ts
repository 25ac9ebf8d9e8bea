import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../../core/domain/directory/check-record.ts';
import { attach, detach } from '../../../../core/domain/directory/detach.ts';
import {
  codesIn,
  isForWheelchairs,
  isFree,
  languagesOf,
  neighbourhoodsOf,
} from '../../../../core/domain/directory/marks.ts';
import { Schedule } from '../../../../core/domain/directory/schedule.ts';
import { Service } from '../../../../core/domain/directory/service.ts';
import { wordsOf } from '../../../../core/domain/directory/translation.ts';
import { anAttribute, aSchedule, aService } from '../../../builders/a-service.ts';

test('the service of these tests is one of HSDS', () => {
  expect(Service.parse(aService())).toEqual(aService());
});

test('codes are those of one taxonomy, each once; terms of others and without a code do not count', () => {
  const attributes = [
    anAttribute('topic', 'geld'),
    anAttribute('topic', 'geld'),
    anAttribute('category', 'eten'),
    { id: 'x', taxonomy_term: { id: 'x', name: 'x', code: 'werk', taxonomy: 'eigen' } },
    { id: 'y', taxonomy_term: { id: 'y', name: 'y', taxonomy: 'balie-topic' } },
  ];
  expect(codesIn({ attributes }, 'topic')).toEqual(['geld']);
  expect(codesIn({}, 'topic')).toEqual([]);
});

describe('a wheelchair gets in', () => {
  const place = (accessibility: object[]) =>
    isForWheelchairs({ id: 'x', location_type: 'physical', accessibility: accessibility as never });
  test('by the mark, or by the one word that older directories write', () => {
    expect(place([{ id: 'x', attributes: [anAttribute('mark', 'wheelchair')] }])).toBe(true);
    expect(place([{ id: 'x', description: 'Wheelchair' }])).toBe(true);
  });
  test('not because a text has the word in it', () => {
    expect(place([{ id: 'x', description: 'No wheelchair access' }])).toBe(false);
    expect(place([])).toBe(false);
    expect(isForWheelchairs({ id: 'x', location_type: 'virtual' })).toBe(false);
  });
});

test('it is free only when the directory says so', () => {
  expect(isFree([{ id: 'x', amount: 0 }])).toBe(true);
  expect(
    isFree([
      { id: 'x', amount: 0 },
      { id: 'y', option: 'Koffie' },
    ]),
  ).toBe(false);
  expect(isFree([{ id: 'x', amount: 0, option: 'Met een U-pas' }])).toBe(false);
  expect(isFree([{ id: 'x', amount: 0, amount_description: 'de eerste keer' }])).toBe(false);
  expect(isFree([{ id: 'x', amount: 0, option: 'Gratis' }])).toBe(true);
  expect(
    isFree([
      { id: 'x', amount: 0, option: 'Gratis' },
      { id: 'y', amount: 0, option: 'Met een U-pas' },
    ]),
  ).toBe(true);
  expect(isFree([])).toBe(false);
  expect(isFree()).toBe(false);
});

test('languages and neighbourhoods', () => {
  const service = aService({
    languages: [
      { id: 'a', code: 'ar' },
      { id: 'b', name: 'Drents' },
    ],
  });
  expect(
    languagesOf(service, [{ id: 'x', location_type: 'physical', languages: [{ id: 'c', code: 'tr' }] }]),
  ).toEqual(['ar', 'tr']);
  const addresses = [
    { id: 'a', address_1: 'A', city: 'W', region: 'Oost' },
    { id: 'b', address_1: 'B', city: 'W', region: 'West', address_type: 'postal' as const },
    { id: 'c', address_1: 'C', city: 'W' },
  ];
  expect(neighbourhoodsOf({ id: 'x', location_type: 'physical', addresses })).toEqual(['Oost']);
  expect(neighbourhoodsOf({ id: 'x', location_type: 'postal', addresses })).toEqual([]);
  expect(neighbourhoodsOf({ id: 'x', location_type: 'virtual' })).toEqual([]);
});

test.each<[boolean, string[]]>([
  [
    true,
    ['Gratis', 'gratis.', 'Deelname', 'Toegang', 'Gratis toegang', 'Gratis voor iedereen', 'Voor iedereen'],
  ],
  [true, ['Deelname is gratis!', 'Free admission for everyone', 'Free of charge', 'Gratis, voor iedereen']],
  [
    false,
    ['Gratis met een U-pas', 'Gratis voor leden', 'Gratis tot 12 jaar', 'Gratis op dinsdag', 'Eerste les'],
  ],
  [false, ['Deelname met een pas', 'Kinderen', 'Free for members', 'Niet voor iedereen', 'Gratis voor wie']],
])('that it is free for all is %s', (free, options) => {
  for (const option of options) {
    expect([option, isFree([{ id: 'x', amount: 0, option }])]).toEqual([option, free]);
    expect(isFree([{ id: 'x', amount: 0, amount_description: option }])).toBe(free);
  }
});

describe('words', () => {
  const attributes = [
    anAttribute('translation', 'en', { label: 'name', value: 'Food bank' }),
    anAttribute('translation', 'English', { label: 'name', value: 'No code' }),
    anAttribute('translation', 'ar', { label: 'name' }),
    anAttribute('topic', 'fr', { label: 'name', value: 'Not a translation' }),
  ];
  test('are the field in the home language, and its translations', () => {
    expect(wordsOf({ name: 'Voedselbank', attributes }, 'name')).toEqual({
      nl: 'Voedselbank',
      en: 'Food bank',
    });
  });
  test('are not there when the field is not', () => {
    expect(wordsOf({ name: undefined, attributes }, 'name')).toBeUndefined();
    expect(wordsOf({ name: 'Los' }, 'name')).toEqual({ nl: 'Los' });
  });
});

describe('what services share is taken out and put back', () => {
  test('as it was', () => {
    const { body, shared } = detach(aService());
    expect(body).toMatchObject({
      organization_id: 'bibliotheek',
      service_at_locations: [{ location_id: 'bieb' }],
    });
    expect(shared.map(({ kind }) => kind)).toEqual(['organization', 'location']);
    const whole = attach(
      body,
      (kind, id) => shared.find((each) => each.kind === kind && each.record.id === id)?.record,
    );
    expect(JSON.stringify(whole)).toBe(JSON.stringify(aService()));
  });
  test('and left out when it is gone', () => {
    const left = attach(detach(aService()).body, () => undefined);
    expect(left).not.toHaveProperty('organization');
    expect(left.service_at_locations).toEqual([{ id: 'taalcafe-bieb' }]);
  });
  test('where there is nothing to share', () => {
    const bare = { id: 'x', name: 'X', status: 'active' as const, service_at_locations: [{ id: 'y' }] };
    const { body, shared } = detach(bare);
    expect([body, shared]).toEqual([bare, []]);
    expect(attach(body, () => undefined)).toEqual(bare);
    expect(attach({ id: 'x', name: 'X', status: 'active' }, () => undefined)).toEqual({
      id: 'x',
      name: 'X',
      status: 'active',
    });
  });
});

describe('a schedule', () => {
  const parse = (changed: object) => Schedule.safeParse({ id: 'x', ...changed });
  test.each([
    ['09:00', '17:00', '09:00', '17:00'],
    ['09:00:00', '17:00:30.5', '09:00', '17:00'],
    ['09:00+01:00', '24:00', '09:00', '24:00'],
    ['09:00:00+02:00', '24:00:00', '09:00', '24:00'],
  ])('takes %s to %s as the clock on the wall', (opens_at, closes_at, opens, closes) => {
    expect(parse({ opens_at, closes_at }).data).toMatchObject({ opens_at: opens, closes_at: closes });
  });
  test.each([
    { opens_at: '9:00', closes_at: '17:00' },
    { opens_at: '09:00Z', closes_at: '17:00Z' },
    { opens_at: '09:00-05:00', closes_at: '17:00' },
    { opens_at: '25:00', closes_at: '26:00' },
    { opens_at: '09:00' },
    { closes_at: '17:00' },
    { byday: 'maandag' },
    { byday: '6MO' },
    { bymonthday: '32' },
    { interval: 0 },
    { freq: 'WEEKLY', byday: '1TU' },
    { freq: 'WEEKLY', bymonthday: '1' },
    { freq: 'WEEKLY', byday: 'TU', count: 3 },
    { freq: 'WEEKLY', byday: 'TU', interval: 2 },
    { byday: '1TU', interval: 3 },
    { freq: 'MONTHLY' },
    { freq: 'WEEKLY', valid_from: '2026-11-02', opens_at: '09:00', closes_at: '17:00' },
    { dtstart: '2026-12-21', until: '2027-01-03' },
    { dtstart: '2026-12-21', count: 14 },
    { dtstart: '2026-12-21', interval: 2 },
    { timezone: -5 },
    { timezone: 'Europe/Amsterdam' },
    { valid_from: '2026-02-30' },
  ])('is refused with %o', (changed) => {
    expect(parse(changed).success).toBe(false);
  });
  test.each([1, 2])('takes an offset of %i from UTC: the clock in winter, or in summer', (timezone) => {
    expect(parse({ timezone }).data).toEqual({ id: 'x', timezone });
  });
  test.each([
    { freq: 'WEEKLY', byday: 'TU', interval: 1 },
    { freq: 'WEEKLY', byday: 'TU', interval: 2, valid_from: '2026-11-03' },
    { freq: 'WEEKLY', dtstart: '2026-11-03', until: '2026-12-22' },
    { byday: 'TU', until: '2026-12-22' },
    { dtstart: '2026-12-21', interval: 1 },
  ])('is taken with %o', (changed) => {
    expect(parse(changed).data).toEqual({ id: 'x', ...changed });
  });
  test('that does not say which days is left out whole, and told', () => {
    const half = aSchedule({ id: 'half', byday: 'TU', interval: 2 });
    const { value, remarks } = checkRecord(Service, aService({ schedules: [aSchedule(), half] }));
    expect(value?.schedules).toEqual([aSchedule()]);
    expect(remarks).toEqual([
      {
        path: ['schedules', 1],
        message: 'has an interval and does not say from when: give dtstart',
        dropped: 'record',
      },
    ]);
  });
  test.each([
    ['2026-07-01T00:00:00Z', '2026-07-01'],
    ['2026-12-24T09:00', '2026-12-24'],
    ['2026-12-23T23:00:00Z', '2026-12-24'],
    ['2026-12-23T23:00:00.000+00:00', '2026-12-24'],
    ['2026-12-24T00:00:00+01:00', '2026-12-24'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-24T23:59:59Z', '2026-12-24'],
    ['2026-12-24Tx', '2026-12-24'],
  ])('keeps of the moment %s only its day: %s', (moment, day) => {
    expect(parse({ valid_from: moment }).data?.valid_from).toBe(day);
  });
});
