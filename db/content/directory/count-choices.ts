import type { Facet } from '../../../core/domain/directory/facet.ts';
import type { ReadDb } from '../../open.ts';
import { type ActiveDirectory, activeDirectory } from './active-directory.ts';
import { asksOfPlaces, fittingPlaces, isOfPlaces, type OfPlaces, valuesOf } from './fitting-places.ts';
import { hasFacets, type SqlPart, type WantedServices } from './wanted-services.ts';

/** A value of a facet, and how many services there would be with it. */
type Choice = { readonly value: string; readonly count: number };

type Counted = { readonly fits: string | null; readonly generation: number; readonly facet: Facet };

/**
 * The values that each of these facets has, with how many services there would be if that one were chosen beside what
 * is asked for in the other facets. What is chosen in a facet itself does not count there: another value would take its
 * place. A value that would leave nothing is counted 0.
 */
export function countChoices<F extends Facet>(
  db: ReadDb,
  facets: readonly F[],
  wanted: WantedServices,
): Record<F, Choice[]> {
  const active = activeDirectory(db);
  const counted = facets.map((facet): [F, Choice[]] => [facet, []]);
  if (active === undefined) return Object.fromEntries(counted) as Record<F, Choice[]>;
  const { generation } = active;
  const count = db.prepare<[Counted], Choice>(
    `SELECT value, count(*) FILTER (WHERE @fits IS NULL OR service IN (SELECT value FROM json_each(@fits))) AS count
     FROM directory_facets WHERE generation = @generation AND facet = @facet GROUP BY value ORDER BY value`,
  );
  const withAll = fitting(db, active, wanted);
  for (const [facet, choices] of counted) {
    const others: WantedServices = { ...wanted, facets: { ...wanted.facets, [facet]: undefined } };
    // What a place has counts only where that same place has the rest.
    const isOfOnePlace =
      isOfPlaces(facet) && asksOfPlaces({ ...others, facets: { ...others.facets, [facet]: '' } });
    const fits = isOfOnePlace
      ? null
      : wanted.facets[facet] === undefined
        ? withAll
        : fitting(db, active, others);
    const all = count.all({ fits, generation, facet });
    choices.push(...(isOfOnePlace ? countedByPlace(db, active, others, facet, all) : all));
  }
  return Object.fromEntries(counted) as Record<F, Choice[]>;
}

/** The numbers of the services that have what is asked for, as JSON; null when nothing is asked for, so that all do. */
function fitting(db: ReadDb, active: ActiveDirectory, wanted: WantedServices): string | null {
  const { facets, openAt } = wanted;
  if (openAt === undefined && Object.values(facets).every((value) => value === undefined)) return null;
  const { sql, values } = having(active.generation, wanted);
  const numbers = asksOfPlaces(wanted)
    ? fittingPlaces(db, active, wanted, { sql, values }).map(({ number }) => number)
    : db
        .prepare(sql)
        .pluck()
        .all(...values);
  return JSON.stringify(numbers);
}

/** The same choices, with how many services have a place that has the value and all that is asked of places. */
function countedByPlace(
  db: ReadDb,
  active: ActiveDirectory,
  wanted: WantedServices,
  facet: OfPlaces,
  choices: readonly Choice[],
): Choice[] {
  const counts = new Map<string, number>();
  for (const { places } of fittingPlaces(db, active, wanted, having(active.generation, wanted))) {
    const values = places.flatMap((place) => valuesOf(place, facet));
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return choices.map(({ value }) => ({ value, count: counts.get(value) ?? 0 }));
}

/** The services that have each facet that is asked for. */
function having(generation: number, { facets }: WantedServices): SqlPart {
  const has = hasFacets('s.number', generation, { shown: '', ...facets });
  return {
    sql: `SELECT s.number, s.hours FROM directory_services AS s WHERE s.generation = ? AND ${has.sql}`,
    values: [generation, ...has.values],
  };
}
