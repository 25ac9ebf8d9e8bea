import type { Facet } from '../../../core/domain/directory/facet.ts';
import { type HolidayOf, isOpenAt } from '../../../core/domain/directory/opening-hours.ts';
import { type Holiday, holidayOn } from '../../../core/domain/directory/public-holidays.ts';
import type { Schedule } from '../../../core/domain/directory/schedule.ts';
import type { ReadDb } from '../../open.ts';

const MINUTE_MS = 60_000;

/**
 * What is asked of services: facets with the value each must have (empty for those that are yes or no) or the values of which it must
 * have one, and an instant.
 */
export type WantedServices = {
  readonly facets: { readonly [facet in Facet]?: string | readonly string[] | undefined };
  /** Only what is open at this instant, in milliseconds since 1970. */
  readonly openAt?: number | undefined;
};

/** A part of a query, and the values for its question marks. */
export type SqlPart = { readonly sql: string; readonly values: readonly (string | number)[] };

/** A condition on `service`, a column with the number of a service: it has the value that is asked for in each facet. */
export function hasFacets(service: string, generation: number, facets: WantedServices['facets']): SqlPart {
  const wanted = Object.entries(facets).flatMap(([facet, value]) =>
    value === undefined ? [] : [{ facet, value }],
  );
  const exists = (holds: string) =>
    `EXISTS (SELECT 1 FROM directory_facets WHERE generation = ? AND facet = ? AND ${holds} AND service = ${service})`;
  const each = { one: exists('value = ?'), any: exists('value IN (SELECT value FROM json_each(?))') };
  return {
    sql: ['TRUE', ...wanted.map(({ value }) => (typeof value === 'string' ? each.one : each.any))].join(
      ' AND ',
    ),
    values: wanted.flatMap(({ facet, value }) => [
      generation,
      facet,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  };
}

/**
 * Of the services that a query gives, with their `number` and `hours`, those that are open at an instant (milliseconds
 * since 1970), in its order.
 */
export function openOnes(db: ReadDb, generation: number, now: number, { sql, values }: SqlPart): number[] {
  const { known, holidayOf } = openingsAt(db, generation, now);
  const open: number[] = [];
  for (const { number, hours } of db
    .prepare<(string | number)[], { number: number; hours: string }>(sql)
    .iterate(...values)) {
    let isOpen = known.get(number);
    if (isOpen === undefined) {
      const places = JSON.parse(hours) as Schedule[][];
      isOpen = places.some((schedules) => isOpenAt(schedules, now, holidayOf));
      known.set(number, isOpen);
    }
    if (isOpen) open.push(number);
  }
  return open;
}

type Openings = {
  readonly generation: number;
  readonly minute: number;
  readonly known: Map<number, boolean>;
  readonly holidayOf: HolidayOf;
};

/**
 * What was worked out in the minute before: a list and its choices ask of the same services, and so does the next press.
 * Hours are told in minutes, so within one nothing opens or closes.
 */
const openings = new WeakMap<ReadDb, Openings>();

function openingsAt(db: ReadDb, generation: number, now: number): Openings {
  const minute = Math.floor(now / MINUTE_MS);
  const before = openings.get(db);
  if (before?.generation === generation && before.minute === minute) return before;
  // Each day is looked up once, not once a service.
  const holidays = new Map<string, Holiday | undefined>();
  const holidayOf: HolidayOf = (date) => {
    if (!holidays.has(date)) holidays.set(date, holidayOn(date));
    return holidays.get(date);
  };
  const fresh = { generation, minute, known: new Map<number, boolean>(), holidayOf };
  openings.set(db, fresh);
  return fresh;
}
