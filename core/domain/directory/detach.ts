import type { TaxonomyTerm } from './attribute.ts';
import type { Location } from './location.ts';
import type { Organization } from './organization.ts';
import type { Service } from './service.ts';

/** What several services may share: HSDS calls each of these a table of its own. */
export const SHARED = ['organization', 'location', 'taxonomy_term'] as const;
export type Shared = (typeof SHARED)[number];

/** Records that a service shares with others, apart from it: the kind, the id and what is left of the record. */
export type SharedRecord = { readonly kind: Shared; readonly id: string; readonly body: Detached };

/** A record in which what it shares is replaced by its id: `organization` by `organization_id`. */
export type Detached = { readonly [field: string]: unknown };

type Json = { readonly [field: string]: unknown };
type Whole = {
  readonly organization: Organization;
  readonly location: Location;
  readonly taxonomy_term: TaxonomyTerm;
};

/**
 * Takes what a service shares with others out of it. The order of the fields stays, so that a service that is put
 * together again is written as it was.
 */
export function detach(service: Service): { readonly body: Detached; readonly shared: SharedRecord[] } {
  const shared: SharedRecord[] = [];
  const apart = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(apart);
    if (typeof value !== 'object' || value === null) return value;
    const result: Record<string, unknown> = {};
    for (const [field, part] of Object.entries(value)) {
      if (part === undefined) continue;
      if (isShared(field)) {
        const { id } = part as { id: string };
        shared.push({ kind: field, id, body: apart(part) as Detached });
        result[`${field}_id`] = id;
      } else result[field] = typeof part === 'object' ? apart(part) : part;
    }
    return result;
  };
  return { body: apart(service) as Detached, shared };
}

/** Puts a service together again; what `find` does not find is left out. */
export function attach(
  body: Detached,
  find: <K extends Shared>(kind: K, id: string) => Detached | undefined,
): Service {
  const together = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(together);
    if (typeof value !== 'object' || value === null) return value;
    const result: Record<string, unknown> = {};
    for (const [field, part] of Object.entries(value as Json)) {
      const kind = field.endsWith('_id') ? field.slice(0, -'_id'.length) : '';
      if (!isShared(kind)) result[field] = together(part);
      else {
        const found = find(kind, String(part));
        if (found !== undefined) result[kind] = together(found) as Whole[Shared];
      }
    }
    return result;
  };
  return together(body) as Service;
}

function isShared(field: string): field is Shared {
  return (SHARED as readonly string[]).includes(field);
}
