import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { installPack } from '../../../db/content/install-pack.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { openContent } from '../../../electron/stores/open-content.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { damageTable, overwrite } from '../../builders/damage.ts';
import { aFolder } from '../../builders/pack-folder.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

function aDataFolderWithContent(): string {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  installPack(db, aPackToInstall());
  db.close();
  return dataDir;
}

function open(dataDir: string, { wasDamaged = false, migrationsDir = MIGRATIONS } = {}) {
  const told: string[] = [];
  const places = { dataDir, migrationsDir, nativeBinding: undefined };
  const db = openContent(places, (trouble) => void told.push(trouble), { stamp: '7', wasDamaged });
  onTestFinished(() => void db?.close());
  return { db, told, title: db && readFlow(db, 'huur')?.words['nl']?.title, onDisk: db?.memory === false };
}

function change(dataDir: string, sql: string): void {
  const db = new Database(join(dataDir, 'content.db'));
  db.exec(sql);
  db.close();
}

test('a good store is opened, with nothing to tell', () => {
  expect(open(aDataFolderWithContent())).toMatchObject({ told: [], title: 'Huur', onDisk: true });
});

test('a store that is not there is begun, with nothing to tell', () => {
  expect(open(aDataFolder())).toMatchObject({ told: [], title: undefined, onDisk: true });
});

describe('a store that cannot be used is set aside byte for byte, and a new one begun', () => {
  test.each([
    ['garbage', overwrite, 'unreadable', 'content-rebuilt'],
    [
      'of a newer version',
      (file: string) => change(join(file, '..'), "INSERT INTO migrations VALUES ('0099-x.sql', 'x')"),
      'newer',
      'content-newer',
    ],
    [
      'with drift',
      (file: string) => change(join(file, '..'), "UPDATE migrations SET sha256 = 'x'"),
      'drift',
      'content-rebuilt',
    ],
  ])('%s', (_, damage, fault, trouble) => {
    const dataDir = aDataFolderWithContent();
    damage(join(dataDir, 'content.db'));
    const before = readFileSync(join(dataDir, 'content.db'));
    expect(open(dataDir)).toMatchObject({ told: [trouble], title: undefined, onDisk: true });
    expect(readFileSync(join(dataDir, `content.db.${fault}-7`))).toEqual(before);
  });

  test('one that was found damaged while it was read', () => {
    const dataDir = aDataFolderWithContent();
    damageTable(join(dataDir, 'content.db'), 'flows');
    expect(open(dataDir, { wasDamaged: true })).toMatchObject({
      told: ['content-rebuilt'],
      title: undefined,
    });
    expect(readdirSync(dataDir)).toContain('content.db.unreadable-7');
  });

  test('one with a value that is no JSON any more', () => {
    const dataDir = aDataFolderWithContent();
    change(dataDir, "PRAGMA ignore_check_constraints = ON; UPDATE flows SET body = 'no JSON'");
    expect(open(dataDir, { wasDamaged: true }).told).toEqual(['content-rebuilt']);
  });
});

test('a sound store that was called damaged is kept', () => {
  expect(open(aDataFolderWithContent(), { wasDamaged: true })).toMatchObject({ told: [], title: 'Huur' });
});

test('where no store can be, the content goes on in memory', () => {
  expect(open(join(aDataFolder(), 'nowhere'))).toMatchObject({
    db: expect.anything(),
    told: ['not-writable'],
    title: undefined,
    onDisk: false,
  });
});

test('when the app has lost its migrations, a good store is left alone', () => {
  const dataDir = aDataFolderWithContent();
  const before = readFileSync(join(dataDir, 'content.db'));
  expect(open(dataDir, { migrationsDir: aFolder() })).toMatchObject({ db: undefined, told: [] });
  expect(readFileSync(join(dataDir, 'content.db'))).toEqual(before);
});

test('a store whose app part does not load is left alone', () => {
  const dataDir = aDataFolderWithContent();
  const nativeBinding = join(aDataFolder(), 'better_sqlite3.node');
  writeFileSync(nativeBinding, 'no module');
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding };
  expect(openContent(places, () => undefined, { stamp: '7', wasDamaged: false })).toBeUndefined();
  expect(readdirSync(dataDir)).toEqual(['blobs', 'content.db', 'floors.json']);
});

test('a store that a crash left with its WAL is opened with all that was in it', () => {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  installPack(db, aPackToInstall({ title: 'Uit de WAL' }));
  const crashed = aDataFolder();
  for (const suffix of ['', '-wal'])
    copyFileSync(join(dataDir, `content.db${suffix}`), join(crashed, `content.db${suffix}`));
  rmSync(join(crashed, 'content.db-shm'), { force: true });
  expect(open(crashed)).toMatchObject({ told: [], title: 'Uit de WAL' });
});
