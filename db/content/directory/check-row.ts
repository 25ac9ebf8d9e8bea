import { Attribute } from '../../../core/domain/directory/attribute.ts';
import { type Checked, checkRecord } from '../../../core/domain/directory/check-record.ts';
import type { Place } from '../../../core/domain/directory/directory-record.ts';
import { ownersOf, TABLE_NAMES, TABLES, type TableName } from '../../../core/domain/directory/tables.ts';
import type { StagedRow } from './staged-rows.ts';

/** A term is pointed at, and comes later. */
const ROW_OF_ATTRIBUTE = Attribute.omit({ taxonomy_term: true });

/** Records that stand for themselves; all others belong to one. */
const OWN: ReadonlySet<TableName> = new Set(['service', 'organization', 'location', 'taxonomy_term']);

const LINKS = new Map(
  TABLE_NAMES.map((table) => [table, { owners: ownersOf(table), points: Object.keys(TABLES[table].points) }]),
);

/** Holds a row of a table against the schema of its record, and reads what it belongs to and points at. */
export function checkRow(table: TableName, row: Record<string, unknown>, place: Place): Checked<StagedRow> {
  const record = { ...row };
  const take = (field: string): string | undefined => {
    const value = record[field];
    delete record[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { owners: possible = [], points: fields = [] } = LINKS.get(table) ?? {};
  const owners =
    table === 'attribute' ? attributeOwner(take('link_entity'), take('link_id')) : ownersIn(take, possible);
  const points: Record<string, string> = {};
  for (const field of fields) {
    const id = take(`${field}_id`);
    if (id !== undefined) points[field] = id;
  }
  // In a list for every table, a row may still hold the record itself.
  const schema = table === 'attribute' ? ROW_OF_ATTRIBUTE : TABLES[table].schema;
  const { value, remarks } = checkRecord(schema, record);
  if (value === undefined) return { remarks };
  const lost = (message: string) => ({
    remarks: [...remarks, { path: [], message, dropped: 'all' as const }],
  });
  if (!OWN.has(table) && owners.length === 0) return lost(`belongs to nothing: give it a ${linksOf(table)}`);
  if (table === 'attribute' && points['taxonomy_term'] === undefined) return lost('has no taxonomy_term_id');
  return { value: { table, id: String(value['id']), body: value, owners, points, place }, remarks };
}

function linksOf(table: TableName): string {
  if (table === 'attribute') return 'link_id and a link_entity';
  const names = ownersOf(table).map(({ owner }) => `${owner}_id`);
  return names.join(' or ');
}

function ownersIn(
  take: (field: string) => string | undefined,
  possible: readonly { owner: TableName; list: string }[],
): StagedRow['owners'] {
  return possible.flatMap(({ owner, list }) => {
    const id = take(`${owner}_id`);
    return id === undefined ? [] : [{ owner, id, list }];
  });
}

function attributeOwner(entity: string | undefined, id: string | undefined): StagedRow['owners'] {
  const owner = TABLE_NAMES.find((name) => name === entity);
  return owner === undefined || id === undefined ? [] : [{ owner, id, list: 'attributes' }];
}
