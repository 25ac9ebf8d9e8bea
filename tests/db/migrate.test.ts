import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type Migration,
  MigrationDriftError,
  migrate,
  NewerStoreError,
  readMigrations,
} from '../../db/migrate.ts';
import { openInMemory } from '../../db/open.ts';
import { everyRow, tablesOf } from '../builders/a-store.ts';
import { aFolder } from '../builders/pack-folder.ts';

const ONE: Migration = { name: '0001-one.sql', sql: 'CREATE TABLE one (x INTEGER) STRICT;' };
const TWO: Migration = {
  name: '0002-two.sql',
  sql: 'CREATE TABLE two (x INTEGER) STRICT; INSERT INTO one VALUES (2);',
};
const THREE: Migration = { name: '0003-three.sql', sql: 'INSERT INTO two SELECT x + 1 FROM one;' };

function migrated(...migrations: Migration[]) {
  const db = openInMemory(undefined);
  migrate(db, migrations);
  return db;
}

describe('the migrations in a folder', () => {
  test('come in the order of their numbers, and nothing else comes', () => {
    const folder = aFolder({ '0002-b.sql': 'b', '0001-a.sql': 'a', '0003-c.sql': 'c', 'README.md': 'about' });
    expect(readMigrations(folder)).toEqual([
      { name: '0001-a.sql', sql: 'a' },
      { name: '0002-b.sql', sql: 'b' },
      { name: '0003-c.sql', sql: 'c' },
    ]);
  });

  test.each([
    ['a number is missing', ['0001-a.sql', '0003-c.sql'], 'Migration 0002 is missing'],
    ['the first is missing', ['0002-b.sql'], 'Migration 0001 is missing'],
    ['a number stands twice', ['0001-a.sql', '0001-b.sql'], 'Migration 0002 is missing or stands twice'],
    ['a number is not written out', ['1-a.sql'], 'Migration 0001 is missing'],
    ['there are none', [], 'no migrations'],
  ])('are refused when %s', (_, names, message) => {
    const folder = aFolder(Object.fromEntries(names.map((name) => [name, ''])));
    expect(() => readMigrations(folder)).toThrow(message);
  });
});

describe('a store', () => {
  test('gets every migration once, in order, with its checksum', () => {
    const db = migrated(ONE, TWO, THREE);
    migrate(db, [ONE, TWO, THREE]);
    expect(everyRow(db)).toMatchObject({ one: [{ x: 2 }], two: [{ x: 3 }] });
    const sums = [ONE, TWO, THREE].map(({ name, sql }) => ({
      name,
      sha256: createHash('sha256').update(sql).digest('hex'),
    }));
    expect(everyRow(db)['migrations']).toEqual(sums);
  });

  test('of an older version gets only what is new to it', () => {
    const db = migrated(ONE);
    db.exec('INSERT INTO one VALUES (1)');
    migrate(db, [ONE, TWO]);
    expect(everyRow(db)['one']).toEqual([{ x: 1 }, { x: 2 }]);
  });

  test('whose migration has changed since is refused and left alone', () => {
    const db = migrated(ONE);
    const before = everyRow(db);
    expect(() => migrate(db, [{ ...ONE, sql: `${ONE.sql} -- changed` }, TWO])).toThrow(MigrationDriftError);
    expect(everyRow(db)).toEqual(before);
  });

  test('of a newer version is refused and left alone', () => {
    const db = migrated(ONE, TWO);
    const before = everyRow(db);
    expect(() => migrate(db, [ONE])).toThrow(NewerStoreError);
    expect(everyRow(db)).toEqual(before);
  });

  test('in which a migration was passed over is refused and left alone', () => {
    const db = migrated(ONE, TWO);
    db.exec("DELETE FROM migrations WHERE name = '0001-one.sql'");
    const before = everyRow(db);
    expect(() => migrate(db, [ONE, TWO])).toThrow('where "0001-one.sql" belongs');
    expect(everyRow(db)).toEqual(before);
  });

  test('keeps nothing of a migration that fails half way, and all of those before it', () => {
    const db = openInMemory(undefined);
    const broken = {
      name: '0003-broken.sql',
      sql: 'CREATE TABLE three (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);',
    };
    expect(() => migrate(db, [ONE, TWO, broken])).toThrow('no such table: nowhere');
    expect(tablesOf(db)).toEqual(['migrations', 'one', 'two']);
    migrate(db, [ONE, TWO, THREE]);
    expect(everyRow(db)['two']).toEqual([{ x: 3 }]);
  });
});
