import type { WriteDb } from '../../open.ts';

/** How many values go into one statement. SQLite takes 32,766; past a few hundred nothing is gained. */
const MOST_VALUES = 600;

/**
 * Inserts rows into a table, many a statement, and says how many went in. With `passOver`, a row whose key is there
 * already is passed over. Throws SqliteError when the table refuses one.
 */
export function insertRows(
  db: WriteDb,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  { passOver = false } = {},
): number {
  const most = Math.floor(MOST_VALUES / columns.length);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const statementFor = (count: number) =>
    db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: count }, () => row).join(', ')}
       ${passOver ? 'ON CONFLICT DO NOTHING' : ''}`,
    );
  let inserted = 0;
  const full = rows.length >= most ? statementFor(most) : undefined;
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most);
    const statement = some.length === most && full !== undefined ? full : statementFor(some.length);
    inserted += statement.run(...some.flat()).changes;
  }
  return inserted;
}
