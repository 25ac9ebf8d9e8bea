import { type Attribute, TaxonomyTerm } from './attribute.ts';
import { attributesIn } from './attributes-in.ts';
import type { Service } from './service.ts';

/** How many terms are remembered. */
const MOST_TERMS = 20_000;

const FIELDS = Object.keys(TaxonomyTerm.shape) as (keyof TaxonomyTerm)[];

/**
 * What terms said when they were first seen, service after service. A term says the same wherever it stands, for an
 * export writes it once: so what was seen first takes the place of what says another thing.
 */
export class TermBook {
  readonly #terms = new Map<string, TaxonomyTerm>();

  /** Gives the terms of a service that are not in the book or say another thing; the new ones go in. */
  news(service: Service): TaxonomyTerm[] {
    return attributesIn(service).flatMap(({ taxonomy_term }) =>
      this.#isNews(taxonomy_term) ? [taxonomy_term] : [],
    );
  }

  /** Do these terms say what they said before? The new ones go in. */
  agrees(terms: readonly TaxonomyTerm[]): boolean {
    return terms.every((term) => {
      this.#isNews(term);
      return isSame(this.#terms.get(term.id) as TaxonomyTerm, term);
    });
  }

  /** Puts what was seen first in the place of every term of a service. Gives the ids of those that said another thing. */
  unify(service: Service): string[] {
    const differing: string[] = [];
    for (const attribute of attributesIn(service) as (Attribute & object)[]) {
      const { taxonomy_term: term } = attribute;
      if (!this.#isNews(term)) continue;
      const first = this.#terms.get(term.id) as TaxonomyTerm;
      if (first === term) continue;
      attribute.taxonomy_term = first;
      differing.push(term.id);
    }
    return differing;
  }

  /** Is the term not in the book, or does it say another thing there? A new one goes in. */
  #isNews(term: TaxonomyTerm): boolean {
    const first = this.#terms.get(term.id);
    if (first !== undefined) return !isSame(first, term);
    if (this.#terms.size >= MOST_TERMS) this.#terms.clear();
    this.#terms.set(term.id, term);
    return true;
  }
}

function isSame(one: TaxonomyTerm, other: TaxonomyTerm): boolean {
  return one === other || FIELDS.every((field) => one[field] === other[field]);
}
