import type { Facet } from '../../../core/domain/directory/facet.ts';
import type { ReadDb } from '../../open.ts';
import { activeDirectory } from './active-directory.ts';
import { hasFacets, openOnes, type WantedServices } from './wanted-services.ts';

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
  const withAll = fitting(db, generation, wanted);
  for (const [facet, choices] of counted) {
    const fits =
      wanted.facets[facet] === undefined
        ? withAll
        : fitting(db, generation, { ...wanted, facets: { ...wanted.facets, [facet]: undefined } });
    choices.push(...count.iterate({ fits, generation, facet }));
  }
  return Object.fromEntries(counted) as Record<F, Choice[]>;
}

/** The numbers of the services that have what is asked for, as JSON; null when nothing is asked for, so that all do. */
function fitting(db: ReadDb, generation: number, { facets, openAt }: WantedServices): string | null {
  if (openAt === undefined && Object.values(facets).every((value) => value === undefined)) return null;
  const has = hasFacets('s.number', generation, { shown: '', ...facets });
  const from = `FROM directory_services AS s WHERE s.generation = ? AND ${has.sql}`;
  const values = [generation, ...has.values];
  const numbers =
    openAt === undefined
      ? db
          .prepare(`SELECT s.number ${from}`)
          .pluck()
          .all(...values)
      : openOnes(db, generation, openAt, { sql: `SELECT s.number, s.hours ${from}`, values });
  return JSON.stringify(numbers);
}
