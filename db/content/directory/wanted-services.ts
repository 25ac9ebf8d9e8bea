import type { Facet } from '../../../core/domain/directory/facet.ts';

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
