import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../../core/domain/directory/check-record.ts';
import { Service } from '../../../../core/domain/directory/service.ts';
import { aSchedule, aService } from '../../../builders/a-service.ts';
import { copyOf, withOneChange } from '../../../builders/broken-record.ts';

const values = fc.constantFrom(undefined, null, '', 7, 'x', [], {}, [[]], '\u0000', { id: 'x' });

test('what is left of a service that is broken at any place fits its schema', () => {
  fc.assert(
    fc.property(fc.nat(200), values, (place, value) => {
      const record = withOneChange(aService(), place, value);
      const isGood = Service.safeParse(copyOf(record)).success;
      const { value: left, remarks } = checkRecord(Service, record);
      expect(left === undefined || Service.safeParse(left).success).toBe(true);
      // Null is nothing, and nothing is said of it; so is what is missing without need.
      if (isGood) expect(remarks).toEqual([]);
      else if (value !== null) expect(remarks.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('fields come in the order of the schema, whatever order they were written in', () => {
  const turned = Object.fromEntries(Object.entries(aService()).reverse());
  expect(JSON.stringify(checkRecord(Service, turned).value)).toBe(JSON.stringify(Service.parse(aService())));
});

test('null is not given, in a field that is not known too: a rule with every field written out stays', () => {
  const written = { ...aSchedule(), byweekno: null, byyearday: null };
  const { value, remarks } = checkRecord(Service, { ...aService(), schedules: [written], program: null });
  expect([value?.schedules, remarks]).toEqual([[aSchedule()], []]);
});

test('what is no record is of no use', () => {
  expect([null, 7, 'x', []].map((each) => checkRecord(Service, each).value)).toEqual([
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
