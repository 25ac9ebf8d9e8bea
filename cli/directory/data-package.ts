import { ownersOf, TABLE_NAMES, TABLES } from '../../core/domain/directory/tables.ts';
import { fileColumns } from './file-columns.ts';

/** What datapackage.json says of an export: a tabular data package of HSDS, with the columns that Balie writes. */
export function dataPackage(): object {
  return {
    name: 'balie-directory',
    title: 'Directory of services',
    profile: 'tabular-data-package',
    version: '3.1',
    resources: TABLE_NAMES.map((table) => ({
      name: table,
      path: TABLES[table].path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      profile: 'tabular-data-resource',
      schema: {
        primaryKey: 'id',
        fields: fileColumns(table).map(({ name, isNumber }) => ({
          name,
          type: isNumber ? 'number' : 'string',
        })),
        foreignKeys: [
          ...(table === 'attribute' ? [] : ownersOf(table).map(({ owner }) => owner)),
          ...Object.values(TABLES[table].points),
        ].map((resource) => ({ fields: `${resource}_id`, reference: { resource, fields: 'id' } })),
      },
    })),
  };
}
