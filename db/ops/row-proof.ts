import { createHash } from 'node:crypto';
import type { ReadDb } from '../open.ts';
import { unlikeMirror } from './row-mirror.ts';

const LENGTH = 16;

/** A digest of the values of a row, in an order that stays: SQLite itself does not notice a letter that became another one on the disk. */
export function rowProof(values: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, LENGTH);
}

/** Of which rows there is a digest, besides the questions, and of what in them. What changes often says it twice (row-mirror.ts). */
export const PROVEN = {
  desk_changes: ['question', 'at', 'before', 'after', 'person'],
  people: ['id', 'name', 'role', 'source'],
  pins: ['who', 'hash'],
} as const;

export type ProvenTable = keyof typeof PROVEN;

/** Is a row what was written? `row` has a value for each column of which there is a digest, and the digest as `proof`. */
export function isProven(
  table: ProvenTable,
  row: Readonly<Record<string, string | number | null | undefined>>,
): boolean {
  return rowProof(PROVEN[table].map((name) => row[name] ?? null)) === row['proof'];
}

/** The table of a row that is not what was written, as a sentence for the log; undefined when there is none. Throws SqliteError. */
export function rottenRow(db: ReadDb): string | undefined {
  for (const [table, columns] of Object.entries(PROVEN) as [ProvenTable, readonly string[]][]) {
    const rows = db.prepare<[], Record<string, string | number | null>>(
      `SELECT proof, ${columns.join(', ')} FROM ${table} WHERE proof IS NOT NULL`,
    );
    for (const row of rows.iterate())
      if (!isProven(table, row)) return `a row of ${table} is not what was written`;
  }
  return unlikeMirror(db);
}
