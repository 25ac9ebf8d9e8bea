import type { Facet } from '../../../core/domain/directory/facet.ts';
import { type HolidayOf, isOpenAt } from '../../../core/domain/directory/opening-hours.ts';
import { type Holiday, holidayOn } from '../../../core/domain/directory/public-holidays.ts';
import type { Schedule } from '../../../core/domain/directory/schedule.ts';
import type { Service } from '../../../core/domain/directory/service.ts';
import type { ReadDb } from '../../open.ts';
import { activeDirectory } from './active-directory.ts';
import { readerOf } from './read-directory.ts';

/** What is asked for: facets with the value each must have (empty for those that are yes or no), and an instant. */
export type ServiceQuery = {
  readonly facets: { readonly [facet in Facet]?: string | undefined };
  /** Only what is open at this instant, in milliseconds since 1970. */
  readonly openAt?: number | undefined;
  readonly page: number;
  readonly pageSize: number;
};

/** A page of services by name, and how many there are on all pages. */
export type ServiceList = { readonly total: number; readonly services: readonly Service[] };

/** The services that have all that is asked for. */
export function listServices(db: ReadDb, { facets, openAt, page, pageSize }: ServiceQuery): ServiceList {
  const active = activeDirectory(db);
  if (active === undefined) return { total: 0, services: [] };
  const wanted = Object.entries({ shown: '', ...facets }).flatMap(([facet, value]) =>
    value === undefined ? [] : [{ facet, value }],
  );
  const where = wanted.map(
    () =>
      'EXISTS (SELECT 1 FROM directory_facets WHERE generation = s.generation AND facet = ? AND value = ? AND service = s.number)',
  );
  const from = `FROM directory_services AS s WHERE s.generation = ? AND ${where.join(' AND ')}`;
  const values = [active.generation, ...wanted.flatMap(({ facet, value }) => [facet, value])];
  const order = 'ORDER BY s.name, s.number';
  let total: number;
  let numbers: readonly number[];
  if (openAt === undefined) {
    total = db
      .prepare(`SELECT count(*) ${from}`)
      .pluck()
      .get(...values) as number;
    numbers = db
      .prepare(`SELECT s.number ${from} ${order} LIMIT ? OFFSET ?`)
      .pluck()
      .all(...values, pageSize, page * pageSize) as number[];
  } else {
    const open = openOnes(db, `SELECT s.number, s.hours ${from} ${order}`, values, openAt);
    total = open.length;
    numbers = open.slice(page * pageSize, (page + 1) * pageSize);
  }
  const reader = readerOf(db, active.generation);
  const services = numbers.flatMap((number) => reader.byNumber(number) ?? []);
  return { total, services };
}

/** The values that a facet has, and how many services visitors may see have each. */
export function countFacet(db: ReadDb, facet: Facet): { readonly value: string; readonly count: number }[] {
  return db
    .prepare<[string], { value: string; count: number }>(
      `SELECT value, count(*) AS count FROM directory_facets JOIN active_directory USING (generation)
       WHERE facet = ? GROUP BY value ORDER BY value`,
    )
    .all(facet);
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

function openOnes(db: ReadDb, sql: string, values: (string | number)[], now: number): number[] {
  // Each day is looked up once, not once a service.
  const holidays = new Map<string, Holiday | undefined>();
  const holidayOf: HolidayOf = (date) => {
    if (!holidays.has(date)) holidays.set(date, holidayOn(date));
    return holidays.get(date);
  };
  const open: number[] = [];
  for (const { number, hours } of db
    .prepare<(string | number)[], { number: number; hours: string }>(sql)
    .iterate(...values)) {
    const places = JSON.parse(hours) as Schedule[][];
    if (places.some((schedules) => isOpenAt(schedules, now, holidayOf))) open.push(number);
  }
  return open;
}
