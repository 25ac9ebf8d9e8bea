import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openForReading, openForWriting, openInMemory, type ReadDb } from '../../db/open.ts';
import { aDataFolder } from '../builders/a-store.ts';

function closing<Db extends ReadDb>(db: Db): Db {
  onTestFinished(() => void db.close());
  return db;
}

const pragma = (db: ReadDb, name: string) => db.pragma(name, { simple: true });

describe('a store that is opened for writing', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2], // FULL: a power cut loses nothing that was acknowledged
    ['foreign_keys', 1],
    ['busy_timeout', 5000],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 0],
  ])('has %s set to %s', (name, value) => {
    expect(pragma(closing(openForWriting(join(aDataFolder(), 'a.db'))), name)).toBe(value);
  });

  test('has small pages when they are asked for, and goes on with the size that it has', () => {
    const file = join(aDataFolder(), 'a.db');
    const db = openForWriting(file, { pageBytes: 1024 });
    expect(pragma(db, 'page_size')).toBe(1024);
    db.exec('CREATE TABLE t (x TEXT) STRICT');
    db.close();
    expect(pragma(closing(openForWriting(file)), 'page_size')).toBe(1024);
  });

  test('wipes what is deleted, when asked', () => {
    const db = closing(openForWriting(join(aDataFolder(), 'a.db'), { secureDelete: true }));
    expect(pragma(db, 'secure_delete')).toBe(1);
  });

  test('what was deleted from a wiping store cannot be found in its file', () => {
    const file = join(aDataFolder(), 'a.db');
    const db = openForWriting(file, { secureDelete: true });
    db.exec("CREATE TABLE t (x TEXT) STRICT; INSERT INTO t VALUES ('a-name-of-somebody')");
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(file).includes('a-name-of-somebody')).toBe(true);
    db.exec('DELETE FROM t');
    db.close();
    expect(readFileSync(file).includes('a-name-of-somebody')).toBe(false);
  });

  test('that is no database is refused, keeps its bytes and is let go', () => {
    const file = join(aDataFolder(), 'a.db');
    writeFileSync(file, 'this is no database, and it is long enough to be read as one. '.repeat(40));
    const before = readFileSync(file);
    expect(() => openForWriting(file)).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }));
    expect(readFileSync(file)).toEqual(before);
  });

  test('that is a folder is refused', () => {
    const file = join(aDataFolder(), 'a.db');
    mkdirSync(file);
    expect(() => openForWriting(file)).toThrow(expect.objectContaining({ code: 'SQLITE_CANTOPEN' }));
  });
});

describe('a store that is opened for reading', () => {
  test('cannot be written, and is careful too', () => {
    const file = join(aDataFolder(), 'a.db');
    openForWriting(file).close();
    const db = closing(openForReading(file));
    expect(pragma(db, 'trusted_schema')).toBe(0);
    expect(pragma(db, 'cell_size_check')).toBe(1);
    expect(() => db.exec('CREATE TABLE t (x TEXT) STRICT')).toThrow(
      expect.objectContaining({ code: 'SQLITE_READONLY' }),
    );
  });

  test('must be there', () => {
    expect(() => openForReading(join(aDataFolder(), 'a.db'))).toThrow(
      expect.objectContaining({ code: 'SQLITE_CANTOPEN' }),
    );
  });
});

test('a store in memory has the same manners', () => {
  const db = closing(openInMemory(undefined));
  expect(['foreign_keys', 'trusted_schema', 'cell_size_check'].map((name) => pragma(db, name))).toEqual([
    1, 0, 1,
  ]);
});
