import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { DirectoryRecord } from '../../../../core/domain/directory/directory-record.ts';
import { prepareService } from '../../../../core/domain/directory/prepare-service.ts';
import { TermBook } from '../../../../core/domain/directory/term-book.ts';
import { activeDirectory } from '../../../../db/content/directory/active-directory.ts';
import { importDirectory } from '../../../../db/content/directory/import-directory.ts';
import { migrate, readMigrations } from '../../../../db/migrate.ts';
import { openInMemory, type WriteDb } from '../../../../db/open.ts';
import { aDirectory } from '../../../builders/a-directory.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';
import { aStore, everyRow, MIGRATIONS } from '../../../builders/a-store.ts';
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

describe('a term that says another thing than before', () => {
  const named = (id: string, name: string) => {
    const topic = anAttribute('topic', 'ontmoeten');
    return aService({ id, attributes: [{ ...topic, taxonomy_term: { ...topic.taxonomy_term, name } }] });
  };
  const namesIn = (db: WriteDb) =>
    servicesIn(db).map(({ attributes }) => attributes?.[0]?.taxonomy_term.name);

  test('is told, and the first one stays', async () => {
    const db = aStore('content');
    const { lines } = await importFiles(db, json(named('a', 'Een'), named('b', 'Twee'), named('c', 'Een')));
    expect(namesIn(db)).toEqual(['Een', 'Een', 'Een']);
    expect(lines).toEqual([
      'services.json $[1]: taxonomy_term term-topic-ontmoeten says another thing than before; the first one stays',
    ]);
  });

  test('the same, where each service comes checked or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('Een', 'Twee', 'Drie'), fc.boolean())),
        async (some) => {
          const worker = new TermBook();
          const batch = some.map(([name, isChecked], index): DirectoryRecord => {
            const service = named(`s${index}`, name);
            const place = { file: 'x', path: `$[${index}]` };
            return isChecked
              ? {
                  kind: 'checked',
                  service: prepareService(service),
                  remarks: [],
                  terms: worker.news(service),
                  place,
                }
              : { kind: 'service', text: JSON.stringify(service), place };
          });
          const lines: string[] = [];
          async function* batches() {
            yield batch;
          }
          const db = openInMemory(undefined);
          migrate(db, readMigrations(join(MIGRATIONS, 'content')));
          const tell = (line: string) => void lines.push(line);
          await importDirectory(db, batches(), { origin: 'import', digest: '', tell });
          const first = some[0]?.[0];
          expect(namesIn(db)).toEqual(some.map(() => first));
          expect(lines).toHaveLength(some.filter(([name]) => name !== first).length);
          db.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('hostile JSON', () => {
  const GOOD = JSON.stringify(aService());
  test.each<[string, string | Uint8Array, string]>([
    ['nested too deep', `[${GOOD},${'['.repeat(100_000)}${']'.repeat(100_000)}]`, '$[1]: is nested too deep'],
    ['a huge text', `[${GOOD},{"id":"${'x'.repeat(1_200_000)}"}]`, '$[1]: is larger than 1000000 bytes'],
    ['no JSON between', `[${GOOD},{id:1}]`, '$[1]: is no JSON'],
    ['brackets of two kinds', `[${GOOD},{"id":[1}]]`, '$[1]: is no JSON'],
    ['a name that every object has', `[${GOOD},{"__proto__":{"name":"x"},"id":"y"}]`, '$[1].'],
    [
      'half a character',
      `[${GOOD},${JSON.stringify(aService({ id: 'b', alert: '\ud800' }))}]`,
      '$[1].alert: has characters that are no text',
    ],
    [
      'another encoding inside',
      Buffer.concat([Buffer.from(`[${GOOD},{"id":"`), Buffer.from([0xe9]), Buffer.from('"}]')]),
      '$[1]: is not in UTF-8',
    ],
    ['a byte order mark', `\uFEFF[${GOOD}]`, ''],
    [
      'escapes and brackets in texts',
      `[${JSON.stringify(aService({ alert: 'Zeg "]}" \\ of \\" {[' }))}]`,
      '',
    ],
  ])('%s', async (_, content, line) => {
    const { services, lines } = await importFiles(aStore('content'), { 'services.json': content });
    expect(services).toBeGreaterThanOrEqual(1);
    if (line === '') expect(lines).toEqual([]);
    else expect(lines.join('\n')).toContain(`services.json ${line}`);
  });

  test('is read the same however it is cut into pieces', async () => {
    const service = aService({ alert: `${'\\"[{é'.repeat(30_000)}`.slice(0, 19_000) });
    const text = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ ...service, id: `s${n}` })));
    const db = aStore('content');
    expect((await importFiles(db, { 'services.json': text })).lines).toEqual([]);
    expect(servicesIn(db)).toHaveLength(200);
    expect(servicesIn(db)[199]?.alert).toBe(service.alert);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['cut off', `[${GOOD},{"id":`, 'cut off'],
    ['cut off between', `[${GOOD},`, 'cut off'],
    ['empty', '', 'cut off'],
    ['no JSON at all', '<html>', 'no JSON list'],
    ['going on behind its end', `[${GOOD}] x`, 'goes on behind its end'],
    ['without a comma', `[${GOOD}${GOOD}]`, ''],
    ['with a comma too many', `[${GOOD},,${GOOD}]`, 'out of place'],
    ['UTF-16', Buffer.from(`\uFEFF[${GOOD}]`, 'utf16le'), 'not in UTF-8'],
  ])('%s: the old directory stays', async (_, content, message) => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    if (message === '') {
      // Two records in one: neither can be read, and nothing is left.
      expect(await importFiles(db, { 'services.json': content })).toMatchObject({ services: 0, dropped: 1 });
    } else await expect(importFiles(db, { 'services.json': content })).rejects.toThrow(message);
    expect(everyRow(db)).toEqual(before);
  });
});

describe('the old directory stays, whole', () => {
  test('when nothing is of use', async () => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    expect(await importFiles(db, json({ id: 'x' }))).toMatchObject({ services: 0, dropped: 1 });
    expect(everyRow(db)).toEqual(before);
  });

  test('when the reader fails half way', async () => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    async function* half() {
      const place = { file: 'x' };
      yield Array.from({ length: 3000 }, (_, n) => ({
        kind: 'service' as const,
        text: JSON.stringify(aService({ id: `n${n}` })),
        place,
      }));
      throw new Error('the stick was pulled out');
    }
    const plan = { origin: 'import' as const, digest: '', tell: () => undefined };
    await expect(importDirectory(db, half(), plan)).rejects.toThrow('the stick was pulled out');
    expect(everyRow(db)).toEqual(before);
    expect(activeDirectory(db)?.digest).toBe('test');
  });

  test('and every later write is brought to the disk as before', async () => {
    const db = aStore('content');
    const settings = () =>
      ['synchronous', 'cache_size', 'wal_autocheckpoint'].map((name) => db.pragma(name, { simple: true }));
    const before = settings();
    expect(before[0], 'FULL').toBe(2);
    await importFiles(db, json(aService()));
    expect(settings()).toEqual(before);
    await expect(importFiles(db, { 'services.json': '[{' })).rejects.toThrow();
    expect(settings()).toEqual(before);
  });

  test('and the import is shown by a commit that is brought to the disk', async () => {
    const db = aStore('content');
    const atFlip: unknown[] = [];
    const prepare = db.prepare.bind(db);
    vi.spyOn(db, 'prepare').mockImplementation((sql: string) => {
      if (sql.includes('INTO active_directory')) atFlip.push(db.pragma('synchronous', { simple: true }));
      return prepare(sql);
    });
    await importFiles(db, json(aService()));
    expect(atFlip, 'FULL').toEqual([2]);
  });

  test('when the disk is full', async () => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 20}`);
    const many = Array.from({ length: 500 }, (_, n) => aService({ id: `n${n}` }));
    await expect(importFiles(db, json(...many))).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(everyRow(db)).toEqual(before);
  });
});

describe('tables', () => {
  const SERVICES = 'id,name,status,organization_id\ns1,Taalcafé,active,o1\n';
  const ORGANIZATIONS = 'id,name\no1,De bibliotheek\n';

  test('are put together, also from an object with a list for every table', async () => {
    const db = aStore('content');
    const tables = {
      services: [{ id: 's1', name: 'Taalcafé', status: 'active', organization_id: 'o1' }],
      organizations: [{ id: 'o1', name: 'De bibliotheek' }],
      phones: [{ id: 'p1', number: '099 000 01 01', service_id: 's1', organization_id: 'o1' }],
      languages: [{ id: 'l1', code: 'ar', phone_id: 'p1' }],
      service_at_location: [{ id: 'a1', service_id: 's1', location_id: 'p1' }],
      locations: [{ id: 'p1', location_type: 'physical' }],
      attributes: [{ id: 'x1', link_id: 's1', link_entity: 'service', taxonomy_term_id: 't1' }],
      taxonomy_terms: [{ id: 't1', name: 'Geld', code: 'geld', taxonomy: 'balie-topic' }],
      programs: [{ id: 'x' }],
    };
    const { lines } = await importFiles(db, { 'all.json': JSON.stringify(tables) });
    const phone = { id: 'p1', number: '099 000 01 01', languages: [{ id: 'l1', code: 'ar' }] };
    expect(servicesIn(db)).toEqual([
      {
        id: 's1',
        name: 'Taalcafé',
        status: 'active',
        phones: [phone],
        service_at_locations: [{ id: 'a1', location: { id: 'p1', location_type: 'physical' } }],
        organization: { id: 'o1', name: 'De bibliotheek', phones: [phone] },
        attributes: [
          { id: 'x1', taxonomy_term: { id: 't1', code: 'geld', name: 'Geld', taxonomy: 'balie-topic' } },
        ],
      },
    ]);
    expect(lines).toEqual(['all.json: the list "programs" is not used']);
  });

  test('with lines of Windows, a mark, and another mark between cells', async () => {
    const db = aStore('content');
    const { lines } = await importFiles(db, {
      'services.csv': `\uFEFF${SERVICES.replaceAll('\n', '\r\n').replaceAll(',', ';')}`,
      'organizations.csv': ORGANIZATIONS,
      'datapackage.json': JSON.stringify({
        resources: [
          { name: 'service', path: 'services.csv', dialect: { delimiter: ';' } },
          { name: 'organization', path: 'organizations.csv' },
          { name: 'funding', path: 'funding.csv' },
        ],
      }),
    });
    expect(servicesIn(db)[0]?.organization?.name).toBe('De bibliotheek');
    expect(lines).toEqual(['funding.csv: the file is not used']);
  });

  test.each<[string, Record<string, string>, string[]]>([
    [
      'a reference to what is not there',
      { 'services.csv': 'id,name,status,organization_id\ns1,A,active,weg\n' },
      ['services.csv:2 organization_id: there is no weg; the field is left out'],
    ],
    [
      'a record of what is not there',
      {
        'services.csv': SERVICES,
        'organizations.csv': ORGANIZATIONS,
        'phones.csv': 'id,number,service_id\np,099 000 01 01,weg\n',
      },
      ['phones.csv:2: belongs to service weg, which is not there; the record is left out'],
    ],
    [
      'a record of nothing',
      {
        'services.csv': SERVICES,
        'organizations.csv': ORGANIZATIONS,
        'phones.csv': 'id,number,service_id\np,099 000 01 01,\n',
      },
      [
        'phones.csv:2: belongs to nothing: give it a organization_id or service_id or location_id or service_at_location_id or contact_id; the record is left out',
      ],
    ],
    [
      'an organization that no service needs',
      { 'services.csv': SERVICES, 'organizations.csv': `${ORGANIZATIONS}o2,Niemand\n` },
      ['organizations.csv:3: no service needs the organization o2; it is left out'],
    ],
    [
      'a row with too few cells',
      { 'services.csv': `${SERVICES}s2,B\n`, 'organizations.csv': ORGANIZATIONS },
      ['services.csv:3: has 2 cells, and there are 4 columns; it is left out'],
    ],
    [
      'an id that stands twice',
      { 'services.csv': `${SERVICES}s1,B,active,\n`, 'organizations.csv': ORGANIZATIONS },
      ['services.csv:3 id: the id s1 is there already; the record is left out'],
    ],
    [
      'a number that is none',
      { 'services.csv': 'id,name,status,minimum_age\ns1,A,active,veel\n' },
      ['services.csv:2 minimum_age: Invalid input: expected number, received string; the field is left out'],
    ],
    [
      'a column that nobody knows',
      { 'services.csv': 'id,name,status,kleur\ns1,A,active,rood\n' },
      ['services.csv: the column "kleur" is not used'],
    ],
    [
      'a quote in the middle of a cell',
      { 'services.csv': 'id,name,status\ns1,A,active\ns2,B"x"y,active\n' },
      ['services.csv:3'],
    ],
    [
      'a term that is not there',
      {
        'services.csv': 'id,name,status\ns1,A,active\n',
        'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\na,s1,service,weg\n',
      },
      ['services.csv:2 taxonomy_term_id: there is no weg; the field is left out'],
    ],
    [
      'an attribute without a term',
      {
        'services.csv': 'id,name,status\ns1,A,active\n',
        'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\na,s1,service,\n',
      },
      ['attributes.csv:2: has no taxonomy_term_id; the record is left out'],
    ],
    [
      'an attribute of no table',
      {
        'services.csv': 'id,name,status\ns1,A,active\n',
        'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\na,s1,constructor,t\n',
      },
      ['attributes.csv:2: belongs to nothing: give it a link_id and a link_entity; the record is left out'],
    ],
  ])('%s', async (_, files, expected) => {
    const db = aStore('content');
    const { lines, services } = await importFiles(db, files);
    expect(services).toBe(1);
    expect(lines.length).toBeGreaterThanOrEqual(expected.length);
    expected.forEach((line, index) => void expect(lines[index]).toContain(line));
  });

  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['no services', { 'organizations.csv': ORGANIZATIONS }, 'no table of services'],
    ['no ids', { 'services.csv': 'name,status\nA,active\n' }, 'services.csv:1 has no column "id"'],
    [
      'a quote that is never closed',
      { 'services.csv': `${SERVICES}s2,"B,active,o1\n` },
      'services.csv cannot be read',
    ],
    [
      'another encoding',
      { 'services.csv': Buffer.from(`${SERVICES}s2,Caf\xe9,active,\n`, 'latin1') },
      'services.csv:2 is not in UTF-8',
    ],
    [
      'a data package that is no JSON',
      { 'services.csv': SERVICES, 'datapackage.json': '{' },
      'datapackage.json is no JSON',
    ],
    [
      'a data package without resources',
      { 'services.csv': SERVICES, 'datapackage.json': '{}' },
      'datapackage.json resources',
    ],
    [
      'a data package that leads out of the folder',
      {
        'services.csv': SERVICES,
        'datapackage.json':
          '{"resources":[{"name":"service","path":"../pakket/../../../../../../../etc/passwd"}]}',
      },
      'not in its own folder',
    ],
    [
      'a data package that leads to the root',
      {
        'services.csv': SERVICES,
        'datapackage.json': '{"resources":[{"name":"service","path":"/etc/passwd"}]}',
      },
      'no such file',
    ],
    [
      'a data package that leads to the web',
      {
        'services.csv': SERVICES,
        'datapackage.json': '{"resources":[{"name":"service","path":"https://example.org/services.csv"}]}',
      },
      'no such file',
    ],
    [
      'a data package of files that are not there',
      { 'services.csv': SERVICES, 'datapackage.json': '{"resources":[{"name":"service","path":"weg.csv"}]}' },
      'no such file',
    ],
    [
      'a data package of a folder',
      { 'sub/services.csv': SERVICES, 'datapackage.json': '{"resources":[{"name":"service","path":"sub"}]}' },
      'which is no file',
    ],
    [
      'a data package in another encoding',
      {
        'services.csv': SERVICES,
        'datapackage.json':
          '{"resources":[{"name":"service","path":"services.csv","encoding":"windows-1252"}]}',
      },
      'is in windows-1252',
    ],
    ['nothing of the kind', { 'README.md': 'x' }, 'no JSON files'],
  ])('%s: the old directory stays', async (_, files, message) => {
    const db = aDirectory([aService({ id: 'oud', attributes: [anAttribute('topic', 'geld')] })]);
    const before = everyRow(db);
    await expect(importFiles(db, files)).rejects.toThrow(message);
    expect(everyRow(db)).toEqual(before);
  });
});
