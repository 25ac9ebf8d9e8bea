import type { Facet } from '../../../core/domain/directory/facet.ts';
import type { WriteDb } from '../../open.ts';

/** At most so many rows wait to be written. */
const MOST_WAITING = 200_000;

/** Takes in what services are found by; `write` puts it into the store, in the transaction that is open. */
export type FacetWriter = {
  readonly add: (facet: Facet, value: string, service: number) => void;
  readonly write: () => void;
};

/**
 * Writes facets by their value and not by their service: then they stand in the order of the table, and a value goes in
 * with the numbers of all its services as one text. Row by row, as they come, takes twice as long.
 */
export function facetWriter(db: WriteDb, generation: number): FacetWriter {
  const insert = db.prepare<[number, Facet, string, string]>(
    `INSERT INTO directory_facets (generation, facet, value, service)
     SELECT ?, ?, ?, value FROM json_each(?)`,
  );
  const waiting = new Map<Facet, Map<string, number[]>>();
  let count = 0;
  const write = () => {
    for (const [facet, values] of waiting)
      for (const [value, services] of values) insert.run(generation, facet, value, JSON.stringify(services));
    waiting.clear();
    count = 0;
  };
  const add: FacetWriter['add'] = (facet, value, service) => {
    const values = waiting.get(facet) ?? new Map<string, number[]>();
    waiting.set(facet, values);
    const services = values.get(value);
    if (services === undefined) values.set(value, [service]);
    else services.push(service);
    count++;
    if (count >= MOST_WAITING) write();
  };
  return { add, write };
}
