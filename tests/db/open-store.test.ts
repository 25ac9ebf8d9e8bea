import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readMigrations } from '../../db/migrate.ts';
import { openStore, openStoreInMemory } from '../../db/open-store.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../builders/a-store.ts';
import { damageTable, overwrite } from '../builders/damage.ts';
import { aFolder } from '../builders/pack-folder.ts';

const OPS = join(MIGRATIONS, 'ops');

function open(file: string, { proveSound = false, migrations = OPS } = {}) {
  const opened = openStore(file, migrations, { proveSound });
  onTestFinished(() => void opened.db?.close());
  return opened;
}

/** An ops store with three incidents; closed, or as a crash leaves it: with the last of them still in the WAL. */
function aUsedStore({ crashed = false } = {}): string {
  const file = join(aDataFolder(), 'ops.db');
  const db = aStore('ops', file);
  const write = (code: string) => recordIncident(db, { at: 'now', code, detail: 'x'.repeat(3_000) });
  write('one');
  write('two');
  db.pragma('wal_checkpoint(TRUNCATE)');
  write('three');
  if (!crashed) {
    db.close();
    return file;
  }
  const copy = join(aDataFolder(), 'ops.db');
  for (const suffix of ['', '-wal', '-shm']) copyFileSync(file + suffix, copy + suffix);
  return copy;
}

const bytesOf = (file: string) =>
  ['', '-wal'].map((suffix) => {
    try {
      return readFileSync(file + suffix).toString('base64');
    } catch {
      return '';
    }
  });

describe('a store', () => {
  test('that is not there is made', () => {
    expect(everyRow(open(join(aDataFolder(), 'ops.db')).db as never)).toMatchObject({ incidents: [] });
  });

  test.each([false, true])('is opened with all that was written in it (after a crash: %s)', (crashed) => {
    const { db } = open(aUsedStore({ crashed }), { proveSound: true });
    expect(db?.prepare('SELECT count(*) FROM incidents').pluck().get()).toBe(3);
  });

  test('half made by a crash, with a journal to roll back, is opened', () => {
    const file = join(aDataFolder(), 'ops.db');
    const db = new Database(file);
    db.exec('CREATE TABLE half (x TEXT) STRICT');
    db.pragma('cache_size = 1');
    db.pragma('cache_spill = 1');
    db.exec(`BEGIN; INSERT INTO half VALUES ('${'x'.repeat(100_000)}')`);
    const crashed = join(aDataFolder(), 'ops.db');
    for (const suffix of ['', '-journal']) copyFileSync(file + suffix, crashed + suffix);
    db.close();
    expect(everyRow(open(crashed, { proveSound: true }).db as never)).toMatchObject({
      half: [],
      incidents: [],
    });
  });
});

describe.each([false, true])(
  'what cannot be used is told, and keeps every byte (with a WAL: %s)',
  (crashed) => {
    const refused = (damage: (file: string) => void, options = {}) => {
      const file = aUsedStore({ crashed });
      damage(file);
      const before = bytesOf(file);
      const { db, ...told } = open(file, options);
      expect(db).toBeUndefined();
      expect(bytesOf(file)).toEqual(before);
      return told;
    };
    const change = (sql: string) => (file: string) => {
      const db = new Database(file);
      db.exec(sql);
      // The connection stays open until the end, so that the change stays in the WAL.
      onTestFinished(() => void db.close());
      if (!crashed) db.pragma('wal_checkpoint(TRUNCATE)');
    };

    test('garbage', () => {
      expect(refused(overwrite, { proveSound: true }).fault).toBe('unreadable');
    });

    test('a store of a newer version', () => {
      expect(refused(change("INSERT INTO migrations VALUES ('0099-future.sql', 'x')"))).toEqual({
        fault: 'newer',
        detail: expect.stringContaining('0099-future.sql'),
      });
    });

    test('a store with drift', () => {
      expect(refused(change("UPDATE migrations SET sha256 = 'other'")).fault).toBe('drift');
    });

    test('a good store, when the app has lost its migrations', () => {
      expect(refused(() => undefined, { migrations: aFolder() }).fault).toBe('broken-app');
      expect(refused(() => undefined, { migrations: join(aFolder(), 'nowhere') }).fault).toBe('broken-app');
    });
  },
);

describe('a store that is damaged inside', () => {
  test.each(['tree'] as const)(
    'is found out when it must prove that it is sound, and keeps every byte (%s)',
    (kind) => {
      const file = aUsedStore();
      damageTable(file, 'incidents', kind);
      const before = bytesOf(file);
      expect(open(file, { proveSound: true }).fault).toBe('unreadable');
      expect(bytesOf(file)).toEqual(before);
    },
  );

  test('passes when it need not: that look takes long', () => {
    const file = aUsedStore();
    damageTable(file, 'incidents');
    expect(open(file).fault).toBeUndefined();
  });
});

test('a migration that fails is no reason to call the store damaged', () => {
  const good = readMigrations(OPS).map(({ name, sql }): [string, string] => [name, sql]);
  const next = String(good.length + 1).padStart(4, '0');
  const broken = { ...Object.fromEntries(good), [`${next}-broken.sql`]: 'DROP TABLE nowhere' };
  expect(open(aUsedStore(), { migrations: aFolder(broken) }).fault).toBe('drift');
});

test('an empty file with a WAL beside it has lost a store, and is not begun anew', () => {
  const file = aUsedStore({ crashed: true });
  writeFileSync(file, '');
  expect(open(file)).toEqual({ fault: 'unreadable', detail: expect.stringContaining('WAL') });
});

test('a store for which there is no folder cannot be written', () => {
  expect(open(join(aDataFolder(), 'nowhere', 'ops.db')).fault).toBe('not-writable');
});

test('a folder in the place of a store is told', () => {
  const file = join(aDataFolder(), 'ops.db');
  mkdirSync(file);
  expect(open(file).db).toBeUndefined();
});

describe('a store in memory', () => {
  const inMemory = (file: string) => {
    const db = openStoreInMemory(file, OPS, {});
    onTestFinished(() => void db?.close());
    return db as NonNullable<typeof db>;
  };

  test.each([false, true])(
    'holds what the file holds and can be written; the file stays as it is (after a crash: %s)',
    (crashed) => {
      const file = aUsedStore({ crashed });
      const before = bytesOf(file);
      const db = inMemory(file);
      recordIncident(db, { at: 'now', code: 'one-more', detail: '' });
      expect(db.prepare('SELECT count(*) FROM incidents').pluck().get()).toBe(4);
      expect(bytesOf(file)).toEqual(before);
    },
  );

  test.each([
    ['is not there', () => undefined],
    ['is garbage', overwrite],
    ['is damaged inside', (file: string) => damageTable(file, 'incidents')],
  ])('is empty, with the newest schema, when the file %s', (_, damage) => {
    const file = aUsedStore();
    damage(file);
    const db = inMemory(damage.length === 0 ? join(aDataFolder(), 'ops.db') : file);
    expect(everyRow(db)).toMatchObject({
      incidents: [],
      migrations: readMigrations(OPS).map(() => expect.anything()),
    });
  });

  test('cannot be when the app has lost its migrations', () => {
    expect(openStoreInMemory(aUsedStore(), aFolder(), {})).toBeUndefined();
  });
});
