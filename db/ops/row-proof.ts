import { createHash } from 'node:crypto';
import type { ReadDb } from '../open.ts';

const LENGTH = 16;

/** A digest of the values of a row, in an order that stays: SQLite itself does not notice a letter that became another one on the disk. */
export function rowProof(values: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, LENGTH);
}

/** Of which rows there is a digest, besides the questions, and of what in them. Not of what a row counts: that changes too often. */
export const PROVEN = {
  desk_changes: ['question', 'at', 'before', 'after', 'person'],
  people: ['id', 'name', 'role', 'source'],
  pins: ['who', 'hash'],
} as const;

/** The table of a row that is not what was written, as a sentence for the log; undefined when there is none. Throws SqliteError. */
export function rottenRow(db: ReadDb): string | undefined {
  for (const [table, columns] of Object.entries(PROVEN)) {
    const rows = db
      .prepare<[], [string, ...(string | number | null)[]]>(
        `SELECT proof, ${columns.join(', ')} FROM ${table} WHERE proof IS NOT NULL`,
      )
      .raw();
    for (const [proof, ...values] of rows.iterate())
      if (rowProof(values) !== proof) return `a row of ${table} is not what was written`;
  }
  return undefined;
}
