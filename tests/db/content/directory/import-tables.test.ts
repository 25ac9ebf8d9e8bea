import { describe, expect, test } from 'vitest';
import { aDirectory } from '../../../builders/a-directory.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';
import { aStore, everyRow } from '../../../builders/a-store.ts';
import { importFiles, servicesIn } from '../../../builders/import-directory.ts';

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
          // Read by others in another way: what is not used may be written as it likes.
          {
            name: 'funding',
            path: 'funding.csv',
            encoding: 'latin1',
            dialect: { quoteChar: "'" },
            schema: 1,
          },
        ],
      }),
    });
    expect(servicesIn(db)[0]?.organization?.name).toBe('De bibliotheek');
    expect(lines).toEqual(['funding.csv: the file is not used']);
  });

  test('with words that stand for no value, and spaces behind commas', async () => {
    const db = aStore('content');
    const { lines } = await importFiles(db, {
      'services.csv': `id, name, status, description, minimum_age, organization_id
s1, "A, ja", active, NULL, -, \\N
s2, B, active, NULL is niets, ,
`,
      'datapackage.json': JSON.stringify({
        resources: [
          {
            name: 'service',
            path: 'services.csv',
            dialect: { nullSequence: '\\N', skipInitialSpace: true, lineTerminator: '\r\n', quoteChar: '"' },
            schema: { fields: [], missingValues: ['NULL', { value: '-', label: 'onbekend' }] },
          },
        ],
      }),
    });
    expect(servicesIn(db)).toEqual([
      { id: 's1', name: 'A, ja', status: 'active' },
      { id: 's2', name: 'B', status: 'active', description: 'NULL is niets' },
    ]);
    expect(lines).toEqual([]);
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
      'a record of two of which one is not there',
      {
        'services.csv': SERVICES,
        'organizations.csv': ORGANIZATIONS,
        'phones.csv': 'id,number,service_id,location_id\np,099 000 01 01,s1,weg\nq,099 000 01 02,weg,ook\n',
      },
      [
        'phones.csv:2: belongs to location weg, which is not there; the link is left out',
        'phones.csv:3: belongs to location ook and service weg, which is not there; the record is left out',
      ],
    ],
    [
      'a term that nothing uses',
      {
        'services.csv': SERVICES,
        'organizations.csv': ORGANIZATIONS,
        'taxonomy_terms.csv': 'id,name\nt1,Geld\nt2,Taal\n',
        'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\na,s1,service,t2\n',
      },
      ['taxonomy_terms.csv:2: no service needs the taxonomy_term t1; it is left out'],
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
      'a rule that is not known, in the one row that has it',
      {
        'services.csv': 'id,name,status\ns1,A,active\n',
        'schedules.csv':
          'id,service_id,byday,byweekno,opens_at,closes_at\nx,s1,MO,"41,42",09:00,17:00\ny,s1,TU,,09:00,17:00\n',
      },
      ['schedules.csv:2 byweekno: is a rule that is not known; the record is left out'],
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
    const { lines, services, dropped } = await importFiles(db, files);
    expect(services).toBe(1);
    if (lines[0]?.includes('the link')) {
      expect(dropped).toBe(1);
      expect(servicesIn(db)[0]?.phones?.map(({ id }) => id)).toEqual(['p']);
    }
    if ('schedules.csv' in files) expect(servicesIn(db)[0]?.schedules?.map(({ id }) => id)).toEqual(['y']);
    expect(lines.length).toBeGreaterThanOrEqual(expected.length);
    expected.forEach((line, index) => void expect(lines[index]).toContain(line));
  });

  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['no services', { 'organizations.csv': ORGANIZATIONS }, 'no table of services'],
    ['no ids', { 'services.csv': 'name,status\nA,active\n' }, 'services.csv:1 has no column "id"'],
    [
      'a quote that is never closed',
      { 'services.csv': `${SERVICES}s2,"B,active,o1\ns3,C,active,o1\n` },
      'services.csv:3 cannot be read: from this line on, a quote is never closed.',
    ],
    [
      'a quote that is never closed, in a file of many rows',
      {
        'services.csv': `${SERVICES}s2,"B,active,o1\n${Array.from({ length: 30_000 }, (_, n) => `x${n},Een dienst,active,o1\n`).join('')}`,
      },
      'services.csv:3 cannot be read: from this line on, a row is longer than 500000 bytes, or a quote is not closed.',
    ],
    [
      'a row that is far too long',
      { 'services.csv': `${SERVICES}s2,${'B'.repeat(600_000)},active,o1\ns3,C,active,o1\n` },
      'services.csv:3 cannot be read: from this line on, a row is longer than 500000 bytes',
    ],
    [
      'a file that is cut off in a row',
      { 'services.csv': `${SERVICES}s2,B,active,o1\ns3,C,act` },
      'services.csv:4 is cut off: the last row has too few cells, and no end. Get the file again.',
    ],
    [
      'another file that is cut off in a row',
      {
        'services.csv': SERVICES,
        'organizations.csv': ORGANIZATIONS,
        'phones.csv': 'id,number,service_id\np,099 000 01 01,s1\nq,099 00',
      },
      'phones.csv:3 is cut off',
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
    ...(
      [
        [{ quoteChar: "'" }, 'quoteChar: cells are quoted with " and nothing else'],
        [{ doubleQuote: false }, 'doubleQuote: a quote in a cell is written twice'],
        [{ escapeChar: '\\' }, 'escapeChar: a quote in a cell is written twice'],
        [{ commentChar: '#' }, 'commentChar: lines of comment are not read'],
        [{ commentRows: [1] }, 'commentRows: lines of comment are not read'],
        [{ header: false }, 'header: the first line must name the columns'],
        [{ headerRows: [1, 2] }, 'headerRows: the first line, and only that, must name the columns'],
        [{ headerRows: [2] }, 'headerRows'],
        ['dialect.json', 'dialect: must stand in datapackage.json itself'],
      ] as const
    ).map(([dialect, message]): [string, Record<string, string>, string] => [
      `a table that is written in another way: ${JSON.stringify(dialect)}`,
      {
        'services.csv': SERVICES,
        'datapackage.json': JSON.stringify({
          resources: [{ name: 'service', path: 'services.csv', dialect }],
        }),
      },
      message,
    ]),
    ['nothing of the kind', { 'README.md': 'x' }, 'no JSON files'],
  ])('%s: the old directory stays', async (_, files, message) => {
    const db = aDirectory([aService({ id: 'oud', attributes: [anAttribute('topic', 'geld')] })]);
    const before = everyRow(db);
    await expect(importFiles(db, files)).rejects.toThrow(message);
    expect(everyRow(db)).toEqual(before);
  });
});
