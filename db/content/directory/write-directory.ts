import type { Shared } from '../../../core/domain/directory/detach.ts';
import { facetsOf, placesToChoose } from '../../../core/domain/directory/facet.ts';
import type { PreparedService } from '../../../core/domain/directory/prepare-service.ts';
import type { WriteDb } from '../../open.ts';
import { type ActiveDirectory, withVersion } from './active-directory.ts';
import { readerOf, SHARED_TABLES } from './read-directory.ts';
import { rowInserter } from './row-inserter.ts';
import { facetWriter } from './write-facets.ts';

/** What became of a service: it was put in, one of that id is in already, or it says another thing of what it shares. */
export type Written =
  | { readonly kind: 'written' }
  | { readonly kind: 'double' }
  | { readonly kind: 'differs'; readonly what: Shared; readonly id: string };

/** An import that is being written. Visitors see nothing of it until it is shown. */
export type DirectoryDraft = {
  readonly generation: number;
  /**
   * Puts services in and says what became of each: nothing worth telling is left out. They go into a transaction that
   * stays open for more; `save` ends it. Throws OvertakenError.
   */
  readonly add: (services: readonly PreparedService[]) => Written[][];
  readonly save: () => void;
};

/** Another import began while this one was going on, and took its place. Nothing of this one is left. */
export class OvertakenError extends Error {
  constructor() {
    super('Another import of the directory began meanwhile.');
  }
}

/** How many letters of shared records are remembered as they were written, so that the store need not be asked. */
const MOST_LETTERS = 8_000_000;

/** Begins an import. What an earlier one left behind that was broken off is cleared away. */
export function beginDirectory(
  db: WriteDb,
  origin: ActiveDirectory['origin'],
  digest: string,
): DirectoryDraft {
  clearUnshown(db);
  const { lastInsertRowid } = db
    .prepare('INSERT INTO directories (origin, digest) VALUES (?, ?)')
    .run(origin, withVersion(digest));
  const generation = Number(lastInsertRowid);
  const writeShared = sharedWriter(db, generation);
  const columns = ['number', 'generation', 'id', 'name', 'hours', 'body'];
  const insertServices = rowInserter(db, 'directory_services', columns, { passOver: true });
  const facets = facetWriter(db, generation);
  const facetsAsKept = chooserByKept(db, generation);
  const numbered = db.prepare<[number]>('SELECT 1 FROM directory_services WHERE number = ?');
  const firstFree = db
    .prepare<[], number>('SELECT coalesce(max(number), 0) + 1 FROM directory_services')
    .pluck();
  let next = 0;
  const begin = () => {
    db.exec('BEGIN IMMEDIATE');
    // Between two transactions another process may have begun an import: it clears this one away, and takes its numbers.
    requireDraft(db, generation);
    next = firstFree.get() as number;
  };
  const add = (services: readonly PreparedService[]) => {
    if (!db.inTransaction) begin();
    const first = next;
    next += services.length;
    const rows = services.map(({ id, name, hours, body }, index) => [
      first + index,
      generation,
      id,
      name,
      hours,
      body,
    ]);
    const areAllNew = insertServices(rows) === rows.length;
    const told = services.map((service, index): Written[] => {
      const number = first + index;
      if (!areAllNew && numbered.get(number) === undefined) return [{ kind: 'double' }];
      const differing = service.shared.flatMap(({ kind, id, body }): Written[] =>
        writeShared(kind, id, body) ? [] : [{ kind: 'differs', what: kind, id }],
      );
      const isByAnother = differing.some((each) => each.kind === 'differs' && each.what === 'location');
      for (const [facet, value] of isByAnother ? facetsAsKept(number) : service.facets)
        facets.add(facet, value, number);
      return [{ kind: 'written' }, ...differing];
    });
    return told;
  };
  const save = () => {
    facets.write();
    if (db.inTransaction) db.exec('COMMIT');
  };
  return { generation, add, save };
}

/**
 * Shows an import, in one transaction; `along` does in that same transaction what must come with it. What was shown
 * before is cleared away afterwards: a power cut in between costs room, and nothing else. Throws OvertakenError.
 */
export function showDirectory(db: WriteDb, generation: number, along: () => void): void {
  const before = db.prepare<[], number>('SELECT generation FROM active_directory').pluck();
  const shown = db
    .transaction(() => {
      requireDraft(db, generation);
      const last = before.get();
      along();
      db.prepare(
        `INSERT INTO active_directory (only, generation) VALUES (1, ?)
       ON CONFLICT (only) DO UPDATE SET generation = excluded.generation`,
      ).run(generation);
      return last;
    })
    .immediate();
  // That one only: another import may have begun since.
  if (shown !== undefined) clearUnshown(db, shown);
}

/**
 * Clears away what was written and is not shown: what was before, or an import that was broken off. With `only`, that
 * one: of another that is going on nothing is touched.
 */
export function clearUnshown(db: WriteDb, only?: number): void {
  db.transaction(() => {
    const others = db
      .prepare(
        `SELECT generation FROM directories
         WHERE generation NOT IN (SELECT generation FROM active_directory) AND generation = coalesce(?, generation)`,
      )
      .pluck()
      .all(only ?? null) as number[];
    const tables = [...Object.values(SHARED_TABLES), 'directory_services', 'directory_facets', 'directories'];
    for (const generation of others)
      for (const table of tables) db.prepare(`DELETE FROM ${table} WHERE generation = ?`).run(generation);
  }).immediate();
}

function requireDraft(db: WriteDb, generation: number): void {
  const there = db.prepare('SELECT 1 FROM directories WHERE generation = ?').get(generation);
  if (there === undefined) throw new OvertakenError();
}

/**
 * Works out anew by what a service is chosen whose place says another thing than the one that is kept: visitors are shown that one, and
 * a filter must not answer by the other. Writes the hours and gives the facets.
 */
function chooserByKept(db: WriteDb, generation: number): (number: number) => PreparedService['facets'] {
  const reader = readerOf(db, generation);
  const update = db.prepare<[string, number]>('UPDATE directory_services SET hours = ? WHERE number = ?');
  return (number) => {
    const service = reader.byNumber(number);
    if (service === undefined) return [];
    update.run(JSON.stringify(placesToChoose(service)), number);
    return facetsOf(service);
  };
}

/** Writes what services share, each record once. False when another record of that id says another thing; the first stays. */
function sharedWriter(db: WriteDb, generation: number): (kind: Shared, id: string, body: string) => boolean {
  const writerFor = (table: string) => {
    const remembered = new Map<string, string>();
    let letters = 0;
    const insert = db.prepare<[number, string, string]>(
      `INSERT INTO ${table} (generation, id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    const read = db
      .prepare<[number, string], string>(`SELECT body FROM ${table} WHERE generation = ? AND id = ?`)
      .pluck();
    return (id: string, body: string) => {
      const seen = remembered.get(id);
      if (seen !== undefined) return seen === body;
      const isNew = insert.run(generation, id, body).changes === 1;
      const stored = isNew ? body : (read.get(generation, id) as string);
      letters += stored.length;
      if (letters > MOST_LETTERS) {
        remembered.clear();
        letters = stored.length;
      }
      remembered.set(id, stored);
      return stored === body;
    };
  };
  const writers = {
    organization: writerFor(SHARED_TABLES.organization),
    location: writerFor(SHARED_TABLES.location),
  };
  return (kind, id, body) => writers[kind](id, body);
}
