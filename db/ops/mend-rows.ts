import type { ReadDb, WriteDb } from '../open.ts';
import { unsound } from '../unsound.ts';
import { isOfValues, reindex } from './index-mending.ts';
import { loseRows } from './lose-rows.ts';
import { mendFromMirror } from './row-mirror.ts';
import { isProven, PROVEN, type ProvenTable, rottenRow } from './row-proof.ts';

/** By what a row is known, also in a copy. */
const KEYS = { desk_changes: 'id', people: 'id', pins: 'who' } as const satisfies Record<ProvenTable, string>;

type Values = Record<string, string | number | null>;

/**
 * Puts back what rotted in the rows of which there is a digest or a mirror, as an earlier state of the same store has them, and in the indexes
 * of these. Where SQLite finds more wrong with the store than that, nothing is done.
 * `losing`: does without what that state has not, where one can (`loseRows`); then there need be no such state. Returns whether nothing
 * rotten is left afterwards; when something is, nothing was changed. Throws SqliteError.
 */
export function mendRows(db: WriteDb, copy: ReadDb | undefined, losing = false): boolean {
  try {
    return db
      .transaction(() => {
        // A row cannot be changed while an index has another value of it.
        const says = unsound(db);
        if (!isOfValues(db, says)) return false;
        reindex(db, says);
        if (copy !== undefined) {
          for (const table of Object.keys(PROVEN) as ProvenTable[]) mendTable(db, copy, table);
          mendFromMirror(db, copy);
        }
        if (losing) loseRows(db);
        // What no CHECK allows would be in the copies too, and no start would open any of them.
        if (rottenRow(db) !== undefined || unsound(db).length > 0) throw new StillRotten();
        return true;
      })
      .immediate();
  } catch (error) {
    if (error instanceof StillRotten) return false;
    throw error;
  }
}

/** Undoes what was put back. */
class StillRotten extends Error {}

function mendTable(db: WriteDb, copy: ReadDb, table: ProvenTable): void {
  const [key, columns] = [KEYS[table], PROVEN[table]];
  const rows = db.prepare<[], Values>(`SELECT rowid AS row, * FROM ${table} WHERE proof IS NOT NULL`).all();
  const find = copy.prepare<[unknown], Values>(`SELECT * FROM ${table} WHERE ${key} = ?`);
  // Where the key itself is what rotted: the digest is of all of the row.
  const findByProof = copy.prepare<[unknown], Values>(`SELECT * FROM ${table} WHERE proof = ?`);
  const put = db.prepare(
    `UPDATE ${table} SET ${[...columns, 'proof'].map((name) => `${name} = @${name}`).join(', ')} WHERE rowid = @row`,
  );
  for (const row of rows) {
    if (isProven(table, row)) continue;
    const kept = find.get(row[key]) ?? findByProof.get(row['proof']);
    if (kept?.['proof'] != null && isProven(table, kept)) put.run({ ...kept, row: row['row'] });
  }
}
