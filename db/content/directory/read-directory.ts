import { attach, type Detached, type Shared } from '../../../core/domain/directory/detach.ts';
import { isShown } from '../../../core/domain/directory/facet.ts';
import type { Service } from '../../../core/domain/directory/service.ts';
import type { ReadDb } from '../../open.ts';
import { prepared } from '../../prepared.ts';
import { DamagedStoreError } from '../../store-fault.ts';
import { activeDirectory } from './active-directory.ts';

/** In which table a kind of record that services share lies. */
export const SHARED_TABLES: Readonly<Record<Shared, string>> = {
  organization: 'directory_organizations',
  location: 'directory_locations',
};

/** Reads services of one generation, each whole. What they share is read once. */
export type ServiceReader = {
  /** One service by its id; undefined when there is none. */
  readonly byId: (id: string) => Service | undefined;
  /** One service by its number; undefined when there is none. */
  readonly byNumber: (number: number) => Service | undefined;
  /** The services after a number, at most so many, each with its number. */
  readonly after: (number: number, most: number) => { readonly number: number; readonly service: Service }[];
};

/** How many shared records a reader keeps: a directory may have more than there is memory for. */
const MOST_KEPT = 1000;

/** A reader of the services of one generation. */
export function readerOf(db: ReadDb, generation: number): ServiceReader {
  const kept = new Map<string, object | undefined>();
  const find = (kind: Shared, id: string) => {
    const key = `${kind} ${id}`;
    if (!kept.has(key)) {
      if (kept.size >= MOST_KEPT) kept.clear();
      const row = prepared<[number, string], { body: string }>(
        db,
        `SELECT body FROM ${SHARED_TABLES[kind]} WHERE generation = ? AND id = ?`,
      ).get(generation, id);
      kept.set(key, row === undefined ? undefined : parse<object>(row.body));
    }
    return kept.get(key);
  };
  const whole = (row: { body: string } | undefined) =>
    row === undefined ? undefined : attach(parse<Detached>(row.body), find);
  return {
    byId: (id) =>
      whole(
        prepared<[number, string], { body: string }>(
          db,
          'SELECT body FROM directory_services WHERE generation = ? AND id = ?',
        ).get(generation, id),
      ),
    byNumber: (number) =>
      whole(
        prepared<[number, number], { body: string }>(
          db,
          'SELECT body FROM directory_services WHERE generation = ? AND number = ?',
        ).get(generation, number),
      ),
    after: (number, most) =>
      prepared<[number, number, number], { number: number; body: string }>(
        db,
        'SELECT number, body FROM directory_services WHERE generation = ? AND number > ? ORDER BY number LIMIT ?',
      )
        .all(generation, number, most)
        .map((row) => ({ number: row.number, service: attach(parse<Detached>(row.body), find) })),
  };
}

/** One service that visitors may see; undefined when there is none of that id. */
export function readService(db: ReadDb, id: string): Service | undefined {
  const active = activeDirectory(db);
  const service = active === undefined ? undefined : readerOf(db, active.generation).byId(id);
  return service === undefined || !isShown(service) ? undefined : service;
}

/** Only JSON goes into the store, so what is none was damaged where SQLite does not look: inside a value. */
function parse<T>(text: string): T {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedStoreError('a value in the directory is no JSON any more', { cause });
  }
}
