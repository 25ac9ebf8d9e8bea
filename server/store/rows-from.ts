import { type RawBuilder, sql } from 'kysely';
import type { DatabaseKind } from './tables.ts';

/** The columns of rows, by what they are in the database. */
export type Columns<Row> = {
  readonly text: readonly (keyof Row & string)[];
  readonly bigint?: readonly (keyof Row & string)[];
};

/**
 * Rows for `FROM`, under the name `new`: however many there are, the statement is the same text with one parameter, which is JSON.
 * So it is prepared once, and binding thousands of values costs nothing.
 */
export function rowsFrom<Row>(
  kind: DatabaseKind,
  columns: Columns<Row>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const text = JSON.stringify(rows);
  const names = [...columns.text, ...(columns.bigint ?? [])];
  if (kind === 'postgres') {
    const typed = names.map((name) => `${name} ${columns.text.includes(name) ? 'text' : 'bigint'}`);
    return sql`json_to_recordset(${text}::json) AS new(${sql.raw(typed.join(', '))})`;
  }
  const read = names.map((name) => `value->>'${name}' AS ${name}`);
  return sql`(SELECT ${sql.raw(read.join(', '))} FROM json_each(${text})) AS new`;
}
