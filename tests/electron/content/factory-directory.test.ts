import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activeDirectory } from '../../../db/content/directory/active-directory.ts';
import { listServices } from '../../../db/content/directory/list-services.ts';
import { readService } from '../../../db/content/directory/read-directory.ts';
import type { WriteDb } from '../../../db/open.ts';
import { fillDirectory } from '../../../electron/content/factory-directory.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { aLog } from '../../builders/a-log.ts';
import { aService } from '../../builders/a-service.ts';
import { aDataFolder, aStore, everyRow } from '../../builders/a-store.ts';
import { damageTable } from '../../builders/damage.ts';
import { aFolder } from '../../builders/pack-folder.ts';

const TUESDAY_NOON = Date.parse('2026-11-24T11:00:00Z');
const folderOf = (...services: object[]) => aFolder({ 'services.json': JSON.stringify(services) });

async function fill(db: WriteDb, folder: string) {
  const log = aLog();
  const troubles: string[] = [];
  await fillDirectory(db, folder, {
    log,
    tell: (trouble, detail) => {
      troubles.push(trouble);
      log.trouble(trouble, detail);
    },
  });
  return { troubles, lines: log.lines };
}

const documents = (db: WriteDb) =>
  db.prepare("SELECT id FROM search_documents WHERE source = 'directory'").pluck().all();

test('the directory is installed and can be found, and the second time there is nothing to do', async () => {
  const db = aStore('content');
  const folder = folderOf(aService());
  expect(await fill(db, folder)).toEqual({
    troubles: [],
    lines: ['directory-installed: 1 services, 0 remarks'],
  });
  expect(activeDirectory(db)?.origin).toBe('factory');
  expect(documents(db)).toEqual(['taalcafe']);
  const before = everyRow(db);
  expect(await fill(db, folder)).toEqual({ troubles: [], lines: [] });
  expect(everyRow(db)).toEqual(before);
});

test('one that has changed takes the place of the one before, in the index too', async () => {
  const db = aStore('content');
  await fill(db, folderOf(aService()));
  await fill(db, folderOf(aService({ id: 'nieuw' })));
  expect(readService(db, 'taalcafe')).toBeUndefined();
  expect(documents(db)).toEqual(['nieuw']);
});

test('one that a library imported itself stays, and is put into the index when it is not there', async () => {
  const db = aDirectory([aService({ id: 'eigen' })]);
  expect((await fill(db, folderOf(aService()))).lines).toEqual([]);
  expect(readService(db, 'eigen')?.id).toBe('eigen');
  expect(documents(db)).toEqual(['eigen']);
});

test('what an earlier version worked out of it is worked out anew, and nothing else changes', async () => {
  const db = aDirectory([aService({ id: 'eigen' }), aService({ id: 'weg', status: 'defunct' })]);
  await fill(db, folderOf(aService()));
  const before = everyRow(db);
  db.prepare("UPDATE directories SET digest = 'test'").run();
  db.prepare("UPDATE directory_services SET hours = '[[]]'").run();
  db.prepare("UPDATE directory_facets SET value = 'geld' WHERE facet = 'topic'").run();
  db.prepare("INSERT INTO directory_facets SELECT generation, 'free', '', 99 FROM directories").run();
  const found = () => listServices(db, { facets: {}, openAt: TUESDAY_NOON, page: 0, pageSize: 9 }).total;
  expect(found()).toBe(0);
  expect((await fill(db, folderOf(aService()))).troubles).toEqual([]);
  expect(everyRow(db)).toEqual(before);
  expect(found()).toBe(1);
});

test('what visitors may not see is not found', async () => {
  const db = aDirectory([aService({ id: 'weg', status: 'defunct' }), aService()]);
  await fill(db, aDataFolder());
  expect(documents(db)).toEqual(['taalcafe']);
});

test('without a folder there is nothing to do', async () => {
  const db = aStore('content');
  expect(await fill(db, join(aDataFolder(), 'nowhere'))).toEqual({ troubles: [], lines: [] });
});

describe('what cannot be installed leaves the store as it was', () => {
  test.each([
    ['no service is of use', '[{"id":"x"}]', 'pack-broken'],
    ['it is cut off', '[{"id":', 'pack-broken'],
  ])('because %s', async (_, content, trouble) => {
    const db = aStore('content');
    await fill(db, folderOf(aService()));
    const before = everyRow(db);
    expect((await fill(db, aFolder({ 'services.json': content }))).troubles).toEqual([trouble]);
    expect(everyRow(db)).toEqual(before);
  });

  test('because the store may not be written', async () => {
    const db = aStore('content');
    db.pragma('query_only = ON');
    expect((await fill(db, folderOf(aService()))).troubles).toEqual(['not-writable']);
  });

  test('but a store that is damaged is not taken for a broken directory', async () => {
    const file = join(aDataFolder(), 'content.db');
    aDirectory([aService()], aStore('content', file)).close();
    damageTable(file, 'directories');
    await expect(fill(aStore('content', file), folderOf(aService()))).rejects.toMatchObject({
      code: 'SQLITE_CORRUPT',
    });
  });
});

test('a folder with more than the directory in it is fine', async () => {
  const db = aStore('content');
  const folder = folderOf(aService());
  writeFileSync(join(folder, 'README.md'), '# About');
  expect((await fill(db, folder)).troubles).toEqual([]);
});
