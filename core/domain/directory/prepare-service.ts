import { TaxonomyTerm } from './attribute.ts';
import { attributesIn } from './attributes-in.ts';
import { detach, type Shared } from './detach.ts';
import { type Facet, facetsOf, hoursOf } from './facet.ts';
import type { Service } from './service.ts';

/** A service as a store takes it in: texts that are written as they are. */
export type PreparedService = {
  readonly id: string;
  readonly name: string;
  /** JSON of the schedules of each place, and of the service apart from what it shares. */
  readonly hours: string;
  readonly body: string;
  readonly facets: readonly (readonly [Facet, string])[];
  readonly shared: readonly { readonly kind: Shared; readonly id: string; readonly body: string }[];
  /** Terms that said another thing than before under the same id; the first one took their place. */
  readonly differingTerms: readonly string[];
};

/** How many terms are remembered. */
const MOST_TERMS = 20_000;

/**
 * Makes services ready to be written, one after another. A term says the same wherever it stands, for an export writes
 * it once: so what was seen first takes the place of what says another thing.
 */
export function servicePreparer(): (service: Service) => PreparedService {
  const terms = new Map<string, TaxonomyTerm>();
  const unifyTerms = (service: Service): string[] => {
    const differing: string[] = [];
    for (const attribute of attributesIn(service)) {
      const term = attribute.taxonomy_term;
      const first = terms.get(term.id);
      if (first === term) continue;
      if (first === undefined) {
        if (terms.size >= MOST_TERMS) terms.clear();
        terms.set(term.id, term);
      } else {
        attribute.taxonomy_term = first;
        if (!isSame(first, term)) differing.push(term.id);
      }
    }
    return differing;
  };
  return (service) => {
    const differingTerms = unifyTerms(service);
    const { body, shared } = detach(service);
    return {
      id: service.id,
      name: service.name,
      hours: JSON.stringify(hoursOf(service)),
      body: JSON.stringify(body),
      facets: facetsOf(service),
      shared: shared.map(({ kind, record }) => ({ kind, id: record.id, body: JSON.stringify(record) })),
      differingTerms,
    };
  };
}

const TERM_FIELDS = Object.keys(TaxonomyTerm.shape) as (keyof TaxonomyTerm)[];

function isSame(one: TaxonomyTerm, other: TaxonomyTerm): boolean {
  return TERM_FIELDS.every((field) => one[field] === other[field]);
}
