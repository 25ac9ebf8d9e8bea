import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Attribute } from '../../core/domain/directory/attribute.ts';
import { cellOfText } from '../../core/domain/directory/cell-text.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../core/domain/directory/tables.ts';
import { readDetached } from '../../db/content/directory/read-detached.ts';
import type { ReadDb } from '../../db/open.ts';
import { dataPackage } from './data-package.ts';
import { fileColumns } from './file-columns.ts';
import { FileIds } from './file-ids.ts';
import { FileWriter } from './file-writer.ts';

type Value = string | number | undefined;
type Row = Readonly<Record<string, Value>>;

const KINDS = ['organization', 'location', 'service'] as const;

type Json = { readonly [field: string]: unknown };

/** Writes a tabular data package: a CSV file for every table, and datapackage.json. Says how many services. */
export function writeTables(db: ReadDb, generation: number, folder: string): number {
  const writers = new Map(TABLE_NAMES.map((table) => [table, new TableWriter(folder, table)]));
  const terms = new Set<string>();
  const writeTerm = ({ taxonomy_term: term }: Attribute): Row => {
    if (!terms.has(term.id)) {
      terms.add(term.id);
      writers.get('taxonomy_term')?.write(term);
    }
    return { taxonomy_term_id: term.id };
  };
  const ids = new FileIds();
  const writeRow = (table: TableName, record: Json, links: Row): void => {
    const row: Record<string, Value> = { ...links };
    for (const [field, value] of Object.entries(record))
      if (typeof value !== 'object' && !Object.hasOwn(links, field)) row[field] = value as Value;
    writers.get(table)?.write(row);
  };
  const writeParts = (table: TableName, owner: string, record: Json): void => {
    for (const [list, of] of Object.entries(TABLES[table].lists))
      for (const part of (record[list] ?? []) as Json[]) {
        const { id, isFirst } = ids.next(of, part);
        if (of === 'attribute')
          writeRow(of, part, {
            link_id: owner,
            link_entity: table,
            ...writeTerm(part as unknown as Attribute),
          });
        else writeRow(of, part, { id, [`${table}_id`]: owner });
        if (isFirst) writeParts(of, id, part);
      }
  };
  for (const kind of KINDS)
    for (const record of readDetached(db, generation, kind)) ids.learn(kind, record as Json);
  let services = 0;
  for (const kind of KINDS)
    for (const record of readDetached(db, generation, kind)) {
      writeRow(kind, record as Json, {});
      writeParts(kind, String((record as Json)['id']), record as Json);
      if (kind === 'service') services++;
    }
  for (const writer of writers.values()) writer.close();
  const descriptor = `${JSON.stringify(dataPackage(), undefined, 2)}\n`;
  writeFileSync(join(folder, 'datapackage.json'), descriptor, { flag: 'wx' });
  return services;
}

class TableWriter {
  readonly #file: FileWriter;
  readonly #columns: readonly string[];

  constructor(folder: string, table: TableName) {
    this.#file = new FileWriter(join(folder, TABLES[table].path));
    this.#columns = fileColumns(table).map(({ name }) => name);
    this.#file.write(stringify([this.#columns]));
  }

  write(row: Row): void {
    const cells = this.#columns.map((name) => {
      const value = row[name];
      return typeof value === 'string' ? cellOfText(value) : value;
    });
    this.#file.write(stringify([cells]));
  }

  close(): void {
    this.#file.close();
  }
}
