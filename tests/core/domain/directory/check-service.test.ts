import { describe, expect, test } from 'vitest';
import { checkService } from '../../../../core/domain/directory/check-service.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';

/** A service at one place with this postcode, as it stands in a file. */
function at(postal_code: string, country?: string, changed = {}) {
  const address = { id: 'x', address_1: 'Bospad 1', city: 'Waterrijk', postal_code, country };
  const location = { id: 'x', location_type: 'physical' as const, addresses: [address] };
  return JSON.parse(JSON.stringify(aService({ service_at_locations: [{ id: 'x', location }], ...changed })));
}

function kept(record: object) {
  const { value, remarks } = checkService(record);
  return {
    code: value?.service_at_locations?.[0]?.location?.addresses?.[0]?.postal_code,
    said: remarks.map(({ path, message, dropped }) => `${path.join('.')} ${message} (${dropped})`),
  };
}

describe('the postcode of a place', () => {
  test.each([
    ['a Dutch one', '1234 AB', 'NL'],
    ['a Dutch one without a space, in a country that is not named', '1234AB', undefined],
    ['a Dutch one in small letters', '1234 ab', 'nl'],
    ['one of another country', '10115', 'DE'],
  ])('stays: %s', (_, code, country) => {
    expect(kept(at(code, country))).toEqual({ code, said: [] });
  });

  test.each([
    ['that begins with 0', '0123 AB', 'NL'],
    ['with letters that are not given out', '1234 SS', 'Nederland'],
    ['with too few figures', '123 AB', undefined],
    ['of another country, in an address that says it is Dutch', '10115', 'NL'],
  ])('is left out, and that is said: one %s', (_, code, country) => {
    expect(kept(at(code, country))).toEqual({
      code: undefined,
      said: [
        'service_at_locations.0.location.addresses.0.postal_code is no Dutch postcode: write 1234 AB (field)',
      ],
    });
  });

  test('may begin with 0 where the place does not exist, and is as any other for the rest', () => {
    const fictional = { attributes: [anAttribute('mark', 'fictional')] };
    expect(kept(at('0123 AB', 'NL', fictional))).toEqual({ code: '0123 AB', said: [] });
    expect(kept(at('0123 SA', 'NL', fictional)).said).toHaveLength(1);
  });

  test('what is said of it comes after what else is wrong', () => {
    expect(kept(at('0123 AB', 'NL', { email: 'x' })).said).toHaveLength(2);
    expect(checkService({ name: 'no id' }).value).toBeUndefined();
  });
});

test('a language without a code stays, and it is said that nobody can choose by it; once, where its code was wrong', () => {
  const location = {
    ...{ id: 'x', location_type: 'physical' as const },
    languages: [
      { id: 'a', code: 'ar' },
      { id: 'b', name: 'Turks' },
    ],
  };
  const languages = [
    { id: 'c', name: 'Pools' },
    { id: 'd', name: 'Frans', code: 'FRA' },
  ];
  const record = aService({ languages, service_at_locations: [{ id: 'x', location }] });
  const { value, remarks } = checkService(structuredClone(record));
  expect(value?.languages).toEqual([languages[0], { id: 'd', name: 'Frans' }]);
  expect(value?.service_at_locations).toEqual(record.service_at_locations);
  const message = 'is missing: without a code of ISO 639 nobody can choose by this language';
  expect(remarks).toEqual([
    {
      path: ['languages', 1, 'code'],
      message: 'is no language code of two or three letters',
      dropped: 'field',
    },
    { path: ['languages', 0, 'code'], message, dropped: 'nothing' },
    {
      path: ['service_at_locations', 0, 'location', 'languages', 1, 'code'],
      message,
      dropped: 'nothing',
    },
  ]);
});

describe('a schedule that would say another thing without a part of it is left out whole', () => {
  const dutch = '.timezone is not the offset of the Dutch clock: write 1 or 2, with times of the Dutch clock';
  test.each([
    [{ timezone: -5 }, dutch],
    [{ timezone: 'Europe/Paris' }, dutch],
    [{ freq: 'WEEKLY', byday: '1TU' }, ' is weekly and names days of a month: write MONTHLY'],
    [{ freq: 'WEEKLY', byday: 'TU', count: 3 }, ' has a count and does not say from when: give dtstart'],
  ])('%o', (rule, message) => {
    const schedules = [{ id: 'x', opens_at: '09:00', closes_at: '17:00', ...rule }];
    const { value, remarks } = checkService({ ...aService(), schedules });
    expect(value?.schedules).toEqual([]);
    const said = remarks.map(({ path, message, dropped }) => `${path.join('.')} ${message} (${dropped})`);
    expect(said).toEqual([`schedules.0${message} (record)`]);
  });
});

test('a text of several lines is kept, whatever its lines end with', () => {
  const description = '\r\nOp maandag:\r\n\r\nkoffie\rthee\n';
  const { value, remarks } = checkService({ ...aService(), description });
  expect(value?.description).toBe('Op maandag:\n\nkoffie\nthee');
  expect(remarks).toEqual([]);
});
