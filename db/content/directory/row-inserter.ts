import type Database from 'better-sqlite3';
import type { WriteDb } from '../../open.ts';

/** At most so many rows go into one statement, half as many, and so on: each number of rows has a statement of its own. */
const MOST_ROWS = 128;

/**
 * Inserts rows into a table, many a statement, and says how many went in. With `passOver`, a row whose key is there
 * already is passed over. Throws SqliteError when the table refuses one.
 */
export function rowInserter(
  db: WriteDb,
  table: string,
  columns: readonly string[],
  { passOver = false } = {},
): (rows: readonly (readonly unknown[])[]) => number {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const statements = new Map<number, Database.Statement>();
  const statementFor = (count: number) => {
    const known = statements.get(count);
    if (known !== undefined) return known;
    const values = Array.from({ length: count }, () => row).join(', ');
    const statement = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values}${passOver ? ' ON CONFLICT DO NOTHING' : ''}`,
    );
    statements.set(count, statement);
    return statement;
  };
  return (rows) => {
    let inserted = 0;
    let count = MOST_ROWS;
    for (let from = 0; from < rows.length; from += count) {
      while (count > rows.length - from) count /= 2;
      inserted += statementFor(count).run(rows.slice(from, from + count).flat()).changes;
    }
    return inserted;
  };
}
