import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../../core/domain/directory/check-record.ts';
import { serviceChecker } from '../../../../core/domain/directory/check-service.ts';
import { Service } from '../../../../core/domain/directory/service.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';

const copy = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Breaks a service at one place: another value, or none. */
function broken(service: Service, place: number, value: unknown): unknown {
  const record = copy(service);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (part: Record<string, unknown>) => {
    for (const [field, each] of Object.entries(part)) {
      places.push([part, field]);
      if (typeof each === 'object' && each !== null) walk(each as Record<string, unknown>);
    }
  };
  walk(record);
  const [holder, field] = places[place % places.length] ?? [record, 'id'];
  if (value === undefined) delete holder[field];
  else holder[field] = value;
  return copy(record);
}

const values = fc.constantFrom(undefined, null, '', 7, 'x', [], {}, [[]], '\u0000', { id: 'x' });

test('says what the schema says, of a service that is broken at any place', () => {
  const check = serviceChecker();
  fc.assert(
    fc.property(fc.nat(200), values, (place, value) => {
      const own = check(broken(aService(), place, value));
      const plain = checkRecord(Service, broken(aService(), place, value));
      expect(own.value).toEqual(plain.value);
      expect(own.value === undefined || Service.safeParse(own.value).success).toBe(true);
      expect(own.remarks.length > 0).toBe(plain.remarks.length > 0);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('fields come in the order of the schema, whatever order they were written in', () => {
  const turned = Object.fromEntries(Object.entries(aService()).reverse());
  expect(JSON.stringify(serviceChecker()(turned).value)).toBe(JSON.stringify(Service.parse(aService())));
});

describe('what services share', () => {
  test('is checked once and is the same record then', () => {
    const check = serviceChecker();
    const [one, other] = [check(copy(aService())), check(copy(aService()))];
    expect(one.value?.organization).toBe(other.value?.organization);
    expect(one.value?.service_at_locations?.[0]?.location).toBe(
      other.value?.service_at_locations?.[0]?.location,
    );
  });

  test('is left out with its place in the service', () => {
    const service = copy(aService({ attributes: [anAttribute('topic', 'geld')] }));
    service.organization = { id: 'x' };
    service.attributes[0].taxonomy_term = { code: 'geld' };
    const { value, remarks } = serviceChecker()(service);
    expect(value).not.toHaveProperty('organization');
    expect(value?.attributes).toEqual([]);
    expect(remarks.map(({ path, dropped }) => [path.join('.'), dropped])).toEqual([
      ['organization.name', 'record'],
      ['attributes.0.taxonomy_term.name', 'record'],
      ['attributes.0.taxonomy_term', 'record'],
    ]);
  });

  test('cannot be passed by as something that was never checked', () => {
    expect(serviceChecker()({ ...aService(), organization: 'x' }).value).not.toHaveProperty('organization');
  });
});

test('what is no record is of no use', () => {
  expect([null, 7, 'x', []].map((each) => serviceChecker()(each).value)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('a record', () => {
  test('with more than a hundred faults is left out whole', () => {
    const phones = Array.from({ length: 101 }, (_, n) => ({ id: `p${n}`, number: 'no' }));
    expect(checkRecord(Service, { ...aService(), phones })).toEqual({
      remarks: [{ path: [], message: 'has too many faults', dropped: 'all' }],
    });
  });

  test('loses a schedule rather than a part of its rule', () => {
    const schedules = [{ id: 's', byday: 'maandag', opens_at: '09:00', closes_at: '17:00' }];
    const { value, remarks } = checkRecord(Service, { ...aService(), schedules });
    expect(value?.schedules).toEqual([]);
    expect(remarks).toMatchObject([{ path: ['schedules', 0, 'byday'], dropped: 'record' }]);
  });

  test('loses the right ones of a list in which several do not fit', () => {
    const phones = [{ number: 'x' }, { id: 'b', number: '112' }, { id: 'c' }, { id: 'd', number: '113' }];
    expect(checkRecord(Service, { ...aService(), phones }).value?.phones?.map(({ id }) => id)).toEqual([
      'b',
      'd',
    ]);
  });
});
