import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { WriteDb } from '../../db/open.ts';
import { writeCopy } from '../../db/ops/copies.ts';

/** No header of a database: what a torn disk leaves behind. */
export const GARBAGE = Buffer.alloc(40_000, 'this is no database ');

/** Writes garbage in the place of a whole store. */
export function overwrite(file: string): void {
  writeFileSync(file, GARBAGE);
}

/**
 * Writes garbage over the pages in which a table lies, and over nothing else: the store opens well, and the damage is
 * found only when the table is read. `kind`: the pages of the tree, or those in which long values go on.
 */
export function damageTable(file: string, table: string, kind: 'tree' | 'overflow' = 'tree'): void {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const size = db.pragma('page_size', { simple: true }) as number;
  const type = kind === 'tree' ? "pagetype IN ('leaf', 'internal')" : "pagetype = 'overflow'";
  const pages = db
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND ${type}`)
    .pluck()
    .all(table) as number[];
  db.close();
  if (pages.length === 0) throw new Error(`The table "${table}" has no ${kind} pages to damage.`);
  const descriptor = openSync(file, 'r+');
  // An overflow page begins with the number of the next one, which stays: only the value itself is damaged.
  const skip = kind === 'tree' ? 0 : 4;
  for (const page of pages) writeSync(descriptor, GARBAGE, 0, size - skip, (page - 1) * size + skip);
  closeSync(descriptor);
}

/** Makes a store drift as another app would have made it: with its copies. */
export function makeDrift(file: string): void {
  const db = new Database(file) as WriteDb;
  db.exec("UPDATE migrations SET sha256 = 'x'");
  for (let copy = 0; copy < 2; copy++) writeCopy(db, join(dirname(file), 'copies'));
  db.close();
}
