import { CompiledQuery, sql, type Transaction } from 'kysely';
import { type Columns, rowsFrom } from './rows-from.ts';
import type { DatabaseKind, Tables } from './tables.ts';

/** Rows for a table, and what happens when some of them are there: the end of the statement. */
export type Insertion<Name extends keyof Tables> = {
  readonly table: Name;
  readonly columns: Columns<Tables[Name]>;
  readonly rows: readonly Tables[Name][];
  readonly after: string;
};

/** So many rows go in one statement of SQLite at most; a power of two. */
const MOST_ROWS = 128;

/**
 * Inserts rows with as few different statements as may be, so that each stays prepared. PostgreSQL gets them all as one parameter;
 * SQLite, which binds faster than it reads JSON, in portions of powers of two. Gives what `after` returns.
 */
export async function insertRows<Name extends keyof Tables, Returned = never>(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  { table, columns, rows, after }: Insertion<Name>,
): Promise<readonly Returned[]> {
  if (rows.length === 0) return [];
  const names = [...columns.text, ...(columns.bigint ?? [])];
  const into = `INSERT INTO ${table} (${names.join(', ')})`;
  if (kind === 'postgres') {
    const query = sql<Returned>`${sql.raw(into)} SELECT ${sql.raw(names.join(', '))} FROM ${rowsFrom(kind, columns, rows)} ${sql.raw(after)}`;
    return (await query.execute(trx)).rows;
  }
  const place = `(${names.map(() => '?').join(', ')})`;
  const returned: Returned[] = [];
  for (let from = 0, size = MOST_ROWS; from < rows.length; from += size) {
    while (size > rows.length - from) size /= 2;
    const portion = rows.slice(from, from + size);
    const places = Array.from({ length: size }, () => place).join(', ');
    const values = portion.flatMap((row) => names.map((name) => row[name]));
    const query = CompiledQuery.raw(`${into} VALUES ${places} ${after}`, values);
    for (const row of (await trx.executeQuery<Returned>(query)).rows) returned.push(row);
  }
  return returned;
}
