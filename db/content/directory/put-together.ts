import { TABLES, type TableName } from '../../../core/domain/directory/tables.ts';
import type { FoundRow, StagedRows } from './staged-rows.ts';

/** A field that points at a record that is not there. */
export type Dangling = (field: string, id: string) => void;

/** How many records that others point at are kept as they were put together. */
const MOST_KEPT = 5000;

/** Puts rows together to the nested record that the HSDS API would give; what is missing is told and left out. */
export function assembler(rows: StagedRows): (row: FoundRow, dangling: Dangling) => object {
  const kept = new Map<string, object | undefined>();
  const pointedAt = (table: TableName, id: string, dangling: Dangling): object | undefined => {
    const key = `${table} ${id}`;
    if (kept.has(key)) return kept.get(key);
    if (kept.size >= MOST_KEPT) kept.clear();
    const row = rows.find(table, id);
    if (row !== undefined) rows.use(row.number);
    const record = row === undefined ? undefined : whole(row, dangling);
    kept.set(key, record);
    return record;
  };
  const whole = (row: FoundRow, dangling: Dangling): object => {
    const record: Record<string, unknown> = JSON.parse(row.body);
    const { lists, points } = TABLES[row.table];
    if (Object.keys(lists).length > 0)
      for (const part of rows.belongingTo(row.table, row.id)) {
        const list = (record[part.list] ?? []) as object[];
        record[part.list] = list;
        const partWhole = whole(part, dangling);
        // An attribute is nothing without its term.
        if (part.table !== 'attribute' || 'taxonomy_term' in partWhole) list.push(partWhole);
      }
    for (const [field, id] of Object.entries(JSON.parse(row.points) as Record<string, string>)) {
      const pointed = pointedAt(points[field] as TableName, id, dangling);
      if (pointed === undefined) dangling(`${field}_id`, id);
      else record[field] = pointed;
    }
    return record;
  };
  return whole;
}
