import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { quickCheck, UNFIT } from '../../../../core/domain/directory/quick-check.ts';
import { Service } from '../../../../core/domain/directory/service.ts';
import { TABLE_NAMES, TABLES } from '../../../../core/domain/directory/tables.ts';
import { anAttribute, aSchedule, aService } from '../../../builders/a-service.ts';
import { copyOf, withOneChange } from '../../../builders/broken-record.ts';

/** A service in which every sort of record of HSDS stands. */
const FULL = aService({
  url: 'https://www.rijksoverheid.nl/x',
  email: 'balie@example.org',
  minimum_age: 18,
  assured_date: '2026-11-03T10:00:00Z',
  additional_urls: [{ id: 'u', url: 'https://www.rijksoverheid.nl' }],
  phones: [{ id: 'p', number: '099 000 01 01', extension: 3, languages: [{ id: 'l', code: 'nl' }] }],
  schedules: [aSchedule({ interval: 2, dtstart: '2026-01-05', valid_to: '2026-12-31' }), { id: 'dicht' }],
  service_areas: [{ id: 'g', name: 'Waterrijk', extent_type: 'text' }],
  contacts: [{ id: 'c', title: 'Balie', phones: [{ id: 'q', number: '099 000 01 02' }] }],
  cost_options: [{ id: 'k', currency: 'EUR', amount: 2.5 }],
  required_documents: [{ id: 'd', document: 'Uw paspoort', attributes: [anAttribute('mark', 'x')] }],
});

const values = fc.oneof(
  fc.constantFrom(undefined, null, '', ' ', ' x ', 'x', 7, -1, 2.5, 1e300, [], {}, [[]], [null], true),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\udc00x',
    '😀',
    'a\tb',
    '\ra\r\nb\rc\r',
    'x'.repeat(301),
    '2026-02-30',
    '24:00',
    'MO,1TU',
  ),
  fc.string({ maxLength: 5 }),
  fc.constantFrom({ id: 'x' }, { id: 'x', name: 'y' }, [{ id: 'x' }], { ['__proto__']: 'x' }),
);

/** What zod says, with null in a field that can be missed left out before. */
function byZod(schema: z.ZodType, record: unknown): unknown {
  const { success, data } = schema.safeParse(record);
  return success ? data : UNFIT;
}

describe('a record is read as zod reads it, or left to zod', () => {
  test('a service, changed at any place', () => {
    let fits = 0;
    const runs = 3000;
    fc.assert(
      fc.property(fc.nat(500), values, fc.constantFrom('value', 'extra field'), (place, value, how) => {
        const record = withOneChange(FULL, place, value, how);
        const zod = byZod(Service, copyOf(record));
        const quick = quickCheck(Service)(copyOf(record));
        if (zod !== UNFIT) {
          fits++;
          expect(quick).toEqual(zod);
          expect(JSON.stringify(quick)).toBe(JSON.stringify(zod));
        } else if (quick !== UNFIT) expect(value, 'only null may pass where zod stops').toBeNull();
      }),
      { numRuns: runs },
    );
    expect(fits).toBeGreaterThan(runs / 20);
    expect(fits).toBeLessThan(runs * 0.95);
  }, 60_000);

  test('with its fields in another order, it gives them in that of the schema', () => {
    const turned = Object.fromEntries(Object.entries(copyOf(FULL) as object).reverse());
    expect(JSON.stringify(quickCheck(Service)(turned))).toBe(JSON.stringify(Service.parse(copyOf(FULL))));
  });

  test('null is nothing where a field can be missed, and something elsewhere', () => {
    const check = quickCheck(Service);
    expect(check({ ...aService(), alert: null, phones: null })).toEqual(aService());
    expect(check({ ...aService(), name: null })).toBe(UNFIT);
    expect(check({ ...aService(), phones: [null] })).toBe(UNFIT);
  });
});

/** Everything that a schema is made of. */
function partsOf(schema: z.ZodType, found = new Set<z.ZodType>()): Set<z.ZodType> {
  if (found.has(schema)) return found;
  found.add(schema);
  const def = schema._zod.def as unknown as Record<string, unknown>;
  const inside = [
    def['innerType'],
    def['element'],
    def['in'],
    def['out'],
    ...Object.values(def['shape'] ?? {}),
  ];
  for (const part of inside) if (part instanceof z.ZodType) partsOf(part, found);
  return found;
}

test('of all tables, only addresses on the web and of e-mail are left to zod: all else has a quick way', () => {
  const left = new Set<unknown>();
  const quick = quickCheck;
  const samples: Readonly<Record<string, unknown>> = { object: {}, array: [], number: 1 };
  for (const table of TABLE_NAMES)
    for (const part of partsOf(TABLES[table].schema)) {
      const def = part._zod.def as unknown as { type: string; format?: string };
      let asked = false;
      const watched = new Proxy(part, {
        get: (target, name) => {
          if (name === 'safeParse') asked = true;
          return Reflect.get(target, name);
        },
      });
      quick(watched)(samples[def.type] ?? 'x');
      if (asked) left.add(`${def.type} ${def.format}`);
    }
  expect([...left].sort()).toEqual(['string email', 'string url']);
});

describe('what it does not know of zod, it leaves to zod', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a union', z.union([z.string(), z.number()]), 7, 7],
    ['a union that does not fit', z.union([z.string(), z.number()]), true, UNFIT],
    ['a format', z.iso.date(), '2026-02-30', UNFIT],
    ['a check', z.string().startsWith('a'), 'b', UNFIT],
    [
      'an object that lets more through',
      z.looseObject({ a: z.string() }),
      { a: 'x', b: 1 },
      { a: 'x', b: 1 },
    ],
    ['an object that strips', z.object({ a: z.string() }), { a: 'x', b: 1 }, { a: 'x' }],
    ['a default', z.strictObject({ a: z.string().default('x') }), {}, { a: 'x' }],
    ['a pattern that remembers', z.string().regex(/a/g), 'a', 'a'],
    ['another number', z.int32(), 2 ** 40, UNFIT],
    ['a bound', z.number().gt(3).lt(5), 3, UNFIT],
    ['a bound that is kept', z.number().gt(3).lt(5), 4, 4],
  ])('%s', (_, schema, value, result) => {
    expect(quickCheck(schema)(value)).toEqual(result);
  });
});
