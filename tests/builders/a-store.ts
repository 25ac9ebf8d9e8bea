import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { type OpenOptions, openForWriting, type ReadDb, type WriteDb } from '../../db/open.ts';

/** The real migrations, of both stores. */
export const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');

/** An empty folder that is gone when the test is over. */
export function aDataFolder(beside = tmpdir()): string {
  const folder = mkdtempSync(join(beside, 'balie-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** SQLite's own name for a store that is in no file. */
const IN_MEMORY = ':memory:';

/** A store with the newest schema; it is closed when the test is over. */
export function aStore(
  kind: 'content' | 'ops',
  file = join(aDataFolder(), `${kind}.db`),
  options: OpenOptions = {},
): WriteDb {
  if (file !== IN_MEMORY && !existsSync(file)) writeFileSync(file, emptyStore(kind, options));
  const db = openForWriting(file, options);
  onTestFinished(() => void db.close());
  migrate(db, readMigrations(join(MIGRATIONS, kind)));
  return db;
}

/** The bytes of empty stores: to migrate one takes a tenth of a second, and hundreds of tests begin with one. */
const EMPTY = new Map<string, Buffer>();

function emptyStore(kind: 'content' | 'ops', options: OpenOptions): Buffer {
  const key = JSON.stringify([kind, options]);
  const known = EMPTY.get(key);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'balie-test-'));
  try {
    const file = join(folder, 'empty.db');
    const db = openForWriting(file, options);
    migrate(db, readMigrations(join(MIGRATIONS, kind)));
    db.close();
    const bytes = readFileSync(file);
    EMPTY.set(key, bytes);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every row of every table: two stores with the same rows hold the same. */
export function everyRow(db: ReadDb): Record<string, unknown[]> {
  return Object.fromEntries(tablesOf(db).map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
}

/** The tables of a store, without SQLite's own and those inside which FTS5 keeps an index. */
export function tablesOf(db: ReadDb): string[] {
  const sql =
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
  return db.prepare<[], string>(sql).pluck().all() as string[];
}
