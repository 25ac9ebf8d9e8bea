import { basename } from 'node:path';
import { TABLE_NAMES, TABLES, type TableName } from '../../core/domain/directory/tables.ts';

/** The names by which files and lists call a table, next to its own: `services`, `services.csv`, `url.csv`. */
const NAMES = new Map<string, TableName>(
  TABLE_NAMES.flatMap((name) => {
    const plural = basename(TABLES[name].path, '.csv');
    return [name, plural, `${name}s`].map((each) => [each, name] as const);
  }),
);

/** The table of a file, a resource of a data package or a list in JSON; undefined when Balie has no use for it. */
export function tableNamed(name: string): TableName | undefined {
  return NAMES.get(basename(name.toLowerCase(), '.csv'));
}
