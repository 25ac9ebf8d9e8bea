import { describe, expect, test } from 'vitest';
import { aDirectory } from '../../../builders/a-directory.ts';
import { aService } from '../../../builders/a-service.ts';
import { aStore } from '../../../builders/a-store.ts';
import { importFiles, servicesIn } from '../../../builders/import-directory.ts';

const json = (...services: object[]) => ({ 'services.json': JSON.stringify(services) });
const without = (service: object, ...fields: string[]) =>
  Object.fromEntries(Object.entries(service).filter(([field]) => !fields.includes(field)));

describe('services as the HSDS API gives them', () => {
  test('come in whole', async () => {
    const db = aStore('content');
    const counts = await importFiles(db, json(aService(), aService({ id: 'ander' })));
    expect(counts).toEqual({
      services: 2,
      organizations: 1,
      locations: 1,
      dropped: 0,
      remarks: 0,
      lines: [],
    });
    expect(servicesIn(db)).toEqual([aService(), aService({ id: 'ander' })]);
  });

  test('come from a page of results too, and from several files', async () => {
    const db = aStore('content');
    const page = { total_items: 1, contents: [aService()], next: { a: [1, ']'] } };
    await importFiles(db, {
      'a.json': JSON.stringify(page),
      'b.json': JSON.stringify([aService({ id: 'b' })]),
    });
    expect(servicesIn(db).map(({ id }) => id)).toEqual(['taalcafe', 'b']);
  });

  test.each(['', '\uFEFF'])(
    'come one by one too, each as the file of its own id (%j before it)',
    async (mark) => {
      const db = aStore('content');
      const file = (id: string) => `${mark}${JSON.stringify(aService({ id }), null, 2)}\n`;
      const { services, lines } = await importFiles(db, { 'a.json': file('a'), 'b.json': file('b') });
      expect([services, lines]).toEqual([2, []]);
      expect(servicesIn(db)).toEqual([aService({ id: 'a' }), aService({ id: 'b' })]);
    },
  );

  test('that come alone are told with their place as well', async () => {
    const db = aStore('content');
    const { lines } = await importFiles(db, { 'one.json': JSON.stringify(aService({ url: 'nergens' })) });
    expect(lines).toEqual([expect.stringContaining('one.json $.url: ')]);
  });

  test('come beside tables of another file', async () => {
    const db = aStore('content');
    const tables = { services: [{ id: 'rij', name: 'Rij', status: 'active' }] };
    await importFiles(db, { 'a.json': JSON.stringify([aService()]), 'b.json': JSON.stringify(tables) });
    expect(servicesIn(db).map(({ id }) => id)).toEqual(['taalcafe', 'rij']);
  });

  test('take the place of the directory that was there', async () => {
    const db = aDirectory([aService({ id: 'oud' })]);
    await importFiles(db, json(aService({ id: 'nieuw' })));
    expect(servicesIn(db).map(({ id }) => id)).toEqual(['nieuw']);
  });
});

describe('what does not fit is left out, and told with its place', () => {
  test.each<[string, object, string[]]>([
    [
      'a field',
      { url: 'javascript:alert(1)' },
      [
        'services.json $[0].url: write a whole web address, as in https://www.rijksoverheid.nl; the field is left out',
      ],
    ],
    [
      'a record in a list',
      {
        phones: [
          { id: 'p', number: 'no' },
          { id: 'q', number: '099 000 01 01' },
        ],
      },
      ['services.json $[0].phones[0].number: is no telephone number; the record around it is left out'],
    ],
    [
      'a record without what it must have',
      { phones: [{ number: '099 000 01 01' }] },
      ['services.json $[0].phones[0].id: is missing; the record around it is left out'],
    ],
    [
      'a time of another clock',
      { schedules: [{ id: 's', opens_at: '09:00Z', closes_at: '17:00Z' }] },
      [
        'services.json $[0].schedules[0].closes_at: is no time of the Dutch clock: write 09:00; the record around it is left out',
      ],
    ],
    [
      'a field that Balie has no use for, once',
      { fees: 'x', program: {} },
      [
        'services.json: the field "service.program" is not used',
        'services.json: the field "service.fees" is not used',
      ],
    ],
    [
      'a rule that is not known',
      { schedules: [{ id: 's', byday: 'MO', byweekno: '1', opens_at: '09:00', closes_at: '17:00' }] },
      [
        'services.json $[0].schedules[0].byweekno: is a rule that is not known; the record around it is left out',
      ],
    ],
    ['null is nothing', { alert: null, phones: null }, []],
  ])('%s', async (_, changed, lines) => {
    const db = aStore('content');
    const { lines: told, services } = await importFiles(db, json({ ...aService(), ...changed }));
    expect([services, told]).toEqual([1, expect.arrayContaining(lines)]);
  });

  test.each<[string, unknown, string]>([
    [
      'a service without a name',
      without(aService(), 'name'),
      '$[1].name: is missing; the record is left out',
    ],
    ['a service of an unknown status', { ...aService(), status: 'open' }, '$[1].status: '],
    ['a number', 12, '$[1]: is no record; it is left out'],
    ['a list', [[]], '$[1]: is no record; it is left out'],
    [
      'an id that stands twice',
      aService(),
      '$[1].id: the id taalcafe is there already; the service is left out',
    ],
    ['an id that is a path', aService({ id: '../../x y' }), '$[1].id: '],
  ])('%s', async (_, second, line) => {
    const db = aStore('content');
    const result = await importFiles(db, { 'services.json': JSON.stringify([aService(), second]) });
    expect(result).toMatchObject({ services: 1, dropped: 1 });
    expect(result.lines[0]).toContain(`services.json ${line}`);
  });

  test('of a field that a thousand records have and nobody uses, there is one line', async () => {
    const many = Array.from({ length: 1000 }, (_, number) => ({
      ...aService({ id: `s${number}` }),
      fees: 'x',
    }));
    const { lines } = await importFiles(aStore('content'), json(...many));
    expect(lines).toEqual(['services.json: the field "service.fees" is not used (1000 times)']);
  });

  test('an organization that says another thing than before', async () => {
    const other = aService({ id: 'b', organization: { id: 'bibliotheek', name: 'Anders' } });
    const { lines } = await importFiles(aStore('content'), json(aService(), other));
    expect(lines).toEqual([
      'services.json $[1]: organization bibliotheek says another thing than before; the first one stays',
    ]);
  });
});
