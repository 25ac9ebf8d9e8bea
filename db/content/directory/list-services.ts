import type { Facet } from '../../../core/domain/directory/facet.ts';
import type { Service } from '../../../core/domain/directory/service.ts';
import type { ReadDb } from '../../open.ts';
import { activeDirectory } from './active-directory.ts';
import { asksOfPlaces, fittingPlaces } from './fitting-places.ts';
import { readerOf } from './read-directory.ts';
import { hasFacets, type WantedServices } from './wanted-services.ts';

/** What is asked for, and which page of it. */
export type ServiceQuery = WantedServices & { readonly page: number; readonly pageSize: number };

/** A page of services by name, and how many there are on all pages. */
export type ServiceList = { readonly total: number; readonly services: readonly Service[] };

/** The services that have all that is asked for. */
export function listServices(db: ReadDb, { page, pageSize, ...wanted }: ServiceQuery): ServiceList {
  const active = activeDirectory(db);
  if (active === undefined) return { total: 0, services: [] };
  const has = hasFacets('s.number', active.generation, { shown: '', ...wanted.facets });
  const from = `FROM directory_services AS s WHERE s.generation = ? AND ${has.sql}`;
  const values = [active.generation, ...has.values];
  const order = 'ORDER BY s.name, s.number';
  let total: number;
  let numbers: readonly number[];
  if (!asksOfPlaces(wanted)) {
    total = db
      .prepare(`SELECT count(*) ${from}`)
      .pluck()
      .get(...values) as number;
    numbers = db
      .prepare(`SELECT s.number ${from} ${order} LIMIT ? OFFSET ?`)
      .pluck()
      .all(...values, pageSize, page * pageSize) as number[];
  } else {
    const sql = `SELECT s.number, s.hours ${from} ${order}`;
    const fitting = fittingPlaces(db, active, wanted, { sql, values });
    total = fitting.length;
    numbers = fitting.slice(page * pageSize, (page + 1) * pageSize).map(({ number }) => number);
  }
  const reader = readerOf(db, active.generation);
  const services = numbers.flatMap((number) => reader.byNumber(number) ?? []);
  return { total, services };
}

/** How many services visitors may see have this value of a facet. */
export function countValue(db: ReadDb, facet: Facet, value: string): number {
  return db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM directory_facets JOIN active_directory USING (generation)
       WHERE facet = ? AND value = ?`,
    )
    .pluck()
    .get(facet, value) as number;
}

/** Is there a service that visitors may see? Does not count them: it is asked at the start of every visit. */
export function hasServices(db: ReadDb): boolean {
  return (
    db
      .prepare<[], number>(
        `SELECT EXISTS (SELECT 1 FROM directory_facets JOIN active_directory USING (generation)
         WHERE facet = 'shown' AND value = '')`,
      )
      .pluck()
      .get() === 1
  );
}
