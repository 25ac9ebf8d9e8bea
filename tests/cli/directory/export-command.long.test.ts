import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../../../cli/command-error.ts';
import { exportCommand } from '../../../cli/directory/export-command.ts';
import { importCommand } from '../../../cli/directory/import-command.ts';
import { cellOfText, textOfCell } from '../../../core/domain/directory/cell-text.ts';
import { Service } from '../../../core/domain/directory/service.ts';
import type { ReadDb } from '../../../db/open.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { anAttribute, aSchedule, aService } from '../../builders/a-service.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { importFiles, importFrom, servicesIn } from '../../builders/import-directory.ts';
import { runCommand, runLongCommand } from '../../builders/run-balie.ts';

/** Exports what a data folder holds into a new folder. */
function exported(data: string, format: string): string {
  const folder = join(aDataFolder(), 'out');
  runCommand(exportCommand, folder, '--format', format, '--data', data, '--migrations', MIGRATIONS);
  return folder;
}

/** A data folder with a directory of these services. */
function dataWith(services: readonly Service[]): string {
  const data = aDataFolder();
  aDirectory(services, aStore('content', join(data, 'content.db'))).close();
  return data;
}

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((some) => some.replaceAll(/[\p{C}]/gu, '').trim())
  .filter((some) => some !== '');
const hostile = fc
  .oneof(
    text,
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      "''@x",
      '+31 99',
      '-1',
      '@SUM(A1)',
      'a,b',
      'a"b"',
      'regel\nregel',
      '\tx',
      ';',
      "'",
    ),
  )
  .filter((some) => some.trim() !== '');
const id = fc.uuid();
/** Many directories number the records of every service from 1 on: the same id stands for many. */
const fewId = fc.constantFrom('1', '2', '3');
const attributes = fc.array(
  fc.record({
    id: fewId,
    value: hostile,
    taxonomy_term: fc.constantFrom('nl', 'en', 'ar').map((code) => ({ id: `t-${code}`, code, name: code })),
  }),
  { maxLength: 2 },
);
/** A list of HSDS is there and has something in it, or is not there. */
const some = <T>(record: fc.Arbitrary<T>) =>
  fc.option(fc.array(record, { minLength: 1, maxLength: 3 }), { nil: undefined });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const phone = fc.record({
  id: fewId,
  number: fc.constant('+31 99 000'),
  description: maybe(hostile),
  languages: some(fc.record({ id: fewId, code: fc.constant('ar') })),
});
const schedule = fc.record({
  id: fewId,
  byday: fc.constant('MO,TU'),
  dtstart: fc.constant('2026-11-02'),
  opens_at: fc.constant('09:00'),
  closes_at: fc.constant('17:00'),
  interval: maybe(fc.integer({ min: 1, max: 4 })),
  notes: maybe(hostile),
});
const location = fc.record({
  id,
  location_type: fc.constant('physical' as const),
  name: maybe(hostile),
  latitude: maybe(
    fc.double({ min: -90, max: 90, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  ),
  addresses: some(fc.record({ id: fewId, address_1: hostile, city: hostile })),
  phones: some(phone),
  schedules: some(schedule),
});
const service = fc.record({
  id,
  name: hostile,
  description: maybe(hostile),
  status: fc.constantFrom('active', 'inactive', 'defunct', 'temporarily closed'),
  minimum_age: maybe(fc.integer({ min: 0, max: 100 })),
  phones: some(phone),
  schedules: some(schedule),
  service_at_locations: some(
    fc.record({ id: fewId, description: maybe(hostile), location: maybe(location) }),
  ),
  organization: maybe(fc.record({ id, name: hostile, phones: some(phone) })),
  cost_options: some(
    fc.record({ id: fewId, amount: maybe(fc.constantFrom(0, 0.2, 12.5)), option: maybe(hostile) }),
  ),
  contacts: some(fc.record({ id: fewId, title: maybe(hostile), phones: some(phone) })),
  additional_urls: some(fc.record({ id: fewId, url: fc.webUrl({ validSchemes: ['https'] }) })),
  attributes,
});

describe('import of an export changes nothing', () => {
  test.each(['json', 'tabular'])(
    '%s, whatever is in the directory',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(service, { minLength: 1, maxLength: 4, selector: (each) => each.id }),
          async (raw) => {
            const services = raw.flatMap((each) => {
              const { data } = Service.safeParse(JSON.parse(JSON.stringify(each)));
              return data === undefined ? [] : [data];
            });
            fc.pre(services.length > 0);
            const data = dataWith(services);
            const db = aStore('content');
            const { lines } = await importFrom(db, exported(data, format));
            expect(lines).toEqual([]);
            // An id that stands for two different records may have got something behind it: it is never shown.
            const withoutEmpty = (list: readonly Service[]) =>
              JSON.parse(JSON.stringify(list), (key, value) => {
                if (key === 'id') return String(value).replace(/~[\da-f]+$/, '');
                return Array.isArray(value) && value.length === 0 ? undefined : value;
              });
            expect(withoutEmpty(servicesIn(db))).toEqual(withoutEmpty(services));
          },
        ),
        { numRuns: 20 },
      );
    },
    60_000,
  );

  test.each(['json', 'tabular'])(
    '%s, of the directory that ships: the very same bytes',
    async (format) => {
      const shipped = join(import.meta.dirname, '../../../assets/directory');
      const data = aDataFolder();
      await importFrom(aStore('content', join(data, 'content.db')), shipped);
      const again = aDataFolder();
      await importFrom(aStore('content', join(again, 'content.db')), exported(data, format));
      const out = exported(again, 'json');
      expect(readFileSync(join(out, 'services.json'), 'utf8')).toBe(
        readFileSync(join(shipped, 'services.json'), 'utf8'),
      );
    },
    60_000,
  );
});

test.each(['json', 'tabular'])(
  'import of an export leaves what services are chosen by as it was, also where they say different things of a place: %s',
  async (format) => {
    const shared = service.map((each) => ({
      ...each,
      service_at_locations: each.service_at_locations?.map(({ location: place, ...at }, index) => ({
        ...at,
        location: place && { ...place, id: `${index}` },
      })),
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(shared, { minLength: 2, maxLength: 4, selector: (each) => each.id }),
        async (raw) => {
          const data = aDataFolder();
          const before = aStore('content', join(data, 'content.db'));
          await importFiles(before, { 'services.json': JSON.stringify(raw) });
          fc.pre(servicesIn(before).length > 0);
          const after = aStore('content');
          await importFrom(after, exported(data, format));
          expect(choicesIn(after)).toEqual(choicesIn(before));
        },
      ),
      { numRuns: 20 },
    );
  },
  60_000,
);

/** By what each service of a store is chosen, in any order; ids of schedules may have got something behind them. */
function choicesIn(db: ReadDb): unknown[] {
  return db
    .prepare<[], { facets: string; hours: string }>(
      `SELECT id, hours, (SELECT json_group_array(facet || ' ' || value ORDER BY facet, value) FROM directory_facets
         WHERE service = number AND directory_facets.generation = directory_services.generation) AS facets
       FROM directory_services JOIN active_directory USING (generation) ORDER BY id`,
    )
    .all()
    .map((row) => ({ ...row, hours: row.hours.replaceAll(/"id":"[^"]*"/g, '') }));
}

test('a cell that a spreadsheet would run is a text, and comes back as it was', () => {
  expect(['=1+1', '@x', "'=x", '+a', '-1+1', '+31 (0)99-00', '-5.2', 'x=1'].map(cellOfText)).toEqual([
    "'=1+1",
    "'@x",
    "''=x",
    "'+a",
    "'-1+1",
    '+31 (0)99-00',
    '-5.2',
    'x=1',
  ]);
  fc.assert(fc.property(fc.oneof(fc.string(), hostile), (value) => textOfCell(cellOfText(value)) === value));
});

test('a tabular export says what its columns are', () => {
  const out = exported(dataWith([aService()]), 'tabular');
  const { resources, profile } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'));
  expect(profile).toBe('tabular-data-package');
  for (const { path, schema } of resources) {
    const header = readFileSync(join(out, path), 'utf8').split('\n')[0];
    expect(schema.fields.map(({ name }: { name: string }) => name).join(',')).toBe(header);
  }
  expect(readdirSync(out)).toHaveLength(resources.length + 1);
});

describe('the command', () => {
  const complaint = async (act: () => unknown) => {
    try {
      await act();
    } catch (error) {
      if (error instanceof CommandError) return { message: error.message, exitStatus: error.exitStatus };
      throw error;
    }
    throw new Error('The command does not complain.');
  };
  const importInto = (data: string, path: string) =>
    runLongCommand(importCommand, path, '--data', data, '--migrations', MIGRATIONS);

  test('imports, and ends with counts', async () => {
    const out = exported(dataWith([aService(), aService({ id: 'b', schedules: [aSchedule()] })]), 'json');
    expect(await importInto(aDataFolder(), out)).toEqual({
      status: 0,
      out: 'Imported 2 services of 1 organizations at 1 locations; 0 records left out, 0 remarks.',
    });
  });

  test('finds what it imported', async () => {
    const data = aDataFolder();
    await importInto(
      data,
      exported(dataWith([aService({ attributes: [anAttribute('topic', 'geld')] })]), 'json'),
    );
    const db = aStore('content', join(data, 'content.db'));
    expect(
      db.prepare("SELECT kind, id, topic FROM search_documents WHERE source = 'directory'").all(),
    ).toEqual([{ kind: 'service', id: 'taalcafe', topic: 'geld' }]);
  });

  test('does not follow a link out of the folder', async () => {
    const out = exported(dataWith([aService()]), 'tabular');
    const secret = join(aDataFolder(), 'secret.csv');
    symlinkSync('/etc/passwd', secret);
    symlinkSync('/etc/passwd', join(out, 'link.csv'));
    const descriptor = { resources: [{ name: 'service', path: 'link.csv' }] };
    writeFileSync(join(out, 'datapackage.json'), JSON.stringify(descriptor));
    expect(await complaint(() => importInto(aDataFolder(), out))).toEqual({
      message: expect.stringContaining('not in its own folder'),
      exitStatus: 1,
    });
  });

  test.each<[string, () => unknown, string, number]>([
    [
      'there is no such file',
      () => importInto(aDataFolder(), '/nowhere/x.json'),
      'There is no file or folder',
      1,
    ],
    [
      'it is no file of that kind',
      () => importInto(aDataFolder(), import.meta.filename),
      'is no JSON file',
      1,
    ],
    ['--data is missing', () => runLongCommand(importCommand, 'x.json'), '--data DIR is missing', 2],
    ['there is nothing to export', () => exported(aDataFolder(), 'json'), 'has no directory', 1],
    ['the format is unknown', () => exported(dataWith([aService()]), 'xml'), '--format must be', 2],
    [
      'the folder is not empty',
      () =>
        runCommand(
          exportCommand,
          import.meta.dirname,
          '--format',
          'json',
          '--data',
          dataWith([aService()]),
          '--migrations',
          MIGRATIONS,
        ),
      'is not empty',
      2,
    ],
  ])('says what to do when %s', async (_, act, message, exitStatus) => {
    expect(await complaint(act)).toEqual({ message: expect.stringContaining(message), exitStatus });
  });

  test('ends with 1 when nothing is of use', async () => {
    const out = exported(dataWith([aService()]), 'json');
    writeFileSync(join(out, 'services.json'), '[{"id":"x"}]');
    expect(await complaint(() => importInto(aDataFolder(), out))).toEqual({
      message: expect.stringContaining('No service in it is of use (1 records left out, 1 remarks)'),
      exitStatus: 1,
    });
  });
});
