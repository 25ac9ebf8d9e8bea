import { createHash } from 'node:crypto';
import { TABLES, type TableName } from '../../core/domain/directory/tables.ts';

type Json = { readonly [field: string]: unknown };

/** An id may have 100 letters: room for what makes it another one. */
const MOST_LETTERS = 80;

/**
 * The ids under which records lie in tables. There, what belongs to a record points at its id, and what belongs to one
 * belongs to all of that id. So of records of one id that have the same belonging to them, it is written once; those that
 * have something else get an id of their own. So does a service at a location whose id stands for another one already.
 */
export class FileIds {
  /** What belongs to the first record of an id that has anything. Most records have nothing, and are not in it. */
  readonly #belongings = new Map<string, string>();
  readonly #written = new Set<string>();

  /** Looks at a record and all in it. All are looked at before the first is written. */
  learn(table: TableName, record: Json): void {
    for (const [list, of] of Object.entries(TABLES[table].lists))
      for (const part of (record[list] ?? []) as Json[]) {
        this.learn(of, part);
        if (of === 'service_at_location') continue;
        const key = keyOf(of, part['id']);
        const digest = digestOf(of, part);
        if (digest !== NOTHING && !this.#belongings.has(key)) this.#belongings.set(key, digest);
      }
  }

  /** The id for the row of a part of a record, and whether what belongs to it is still to be written. */
  next(table: TableName, part: Json): { readonly id: string; readonly isFirst: boolean } {
    const own = String(part['id']);
    if (table === 'service_at_location') return { id: this.#free(table, own), isFirst: true };
    const first = this.#belongings.get(keyOf(table, own));
    if (first === undefined) return { id: own, isFirst: false };
    const digest = digestOf(table, part);
    const id = digest === first ? own : `${own.slice(0, MOST_LETTERS)}~${digest}`;
    const key = keyOf(table, id);
    const isFirst = !this.#written.has(key);
    this.#written.add(key);
    return { id, isFirst };
  }

  #free(table: TableName, own: string): string {
    let id = own;
    for (let count = 2; this.#written.has(keyOf(table, id)); count++)
      id = `${own.slice(0, MOST_LETTERS)}~${count}`;
    this.#written.add(keyOf(table, id));
    return id;
  }
}

const NOTHING = '0';

/** Stands for all that belongs to a record; `NOTHING` where nothing does. */
function digestOf(table: TableName, record: Json): string {
  const lists = Object.keys(TABLES[table].lists).flatMap((list) => {
    const parts = (record[list] ?? []) as Json[];
    return parts.length === 0 ? [] : [[list, parts]];
  });
  if (lists.length === 0) return NOTHING;
  return createHash('sha256').update(JSON.stringify(lists)).digest('hex').slice(0, 16);
}

function keyOf(table: TableName, id: unknown): string {
  return `${table} ${String(id)}`;
}
