import { columnsOf, ownersOf, TABLES, type TableName } from '../../core/domain/directory/tables.ts';

/** The columns of a table in a file: its own fields, then what a row belongs to and points at. */
export function fileColumns(table: TableName): { readonly name: string; readonly isNumber: boolean }[] {
  const links =
    table === 'attribute' ? ['link_id', 'link_entity'] : ownersOf(table).map(({ owner }) => `${owner}_id`);
  const points = Object.keys(TABLES[table].points).map((field) => `${field}_id`);
  return [...columnsOf(table), ...[...links, ...points].map((name) => ({ name, isNumber: false }))];
}
