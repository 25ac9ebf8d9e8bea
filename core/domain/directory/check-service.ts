import { z } from 'zod';
import { Attribute, TaxonomyTerm } from './attribute.ts';
import { type Checked, checkRecord, type Remark } from './check-record.ts';
import { Location } from './location.ts';
import { Organization } from './organization.ts';
import { Service, ServiceAtLocation } from './service.ts';

/** How many records that services share are remembered as they were checked. */
const MOST_REMEMBERED = 20_000;

/**
 * Holds services against their schema, one after another. What they share comes again and again, written the same:
 * it is checked once. The verdict is the one that `checkRecord(Service, …)` would give.
 */
export function serviceChecker(): (record: unknown) => Checked<Service> {
  const known = new WeakSet<object>();
  const isKnown = (value: unknown) => typeof value === 'object' && value !== null && known.has(value);
  const organization = remembering(Organization, known);
  const location = remembering(Location, known);
  const term = remembering(TaxonomyTerm, known);
  const Checkable = Service.extend({
    organization: z.custom<Organization>(isKnown).optional(),
    service_at_locations: z
      .array(ServiceAtLocation.extend({ location: z.custom<Location>(isKnown).optional() }))
      .optional(),
    attributes: z.array(Attribute.extend({ taxonomy_term: z.custom<TaxonomyTerm>(isKnown) })).optional(),
  });
  return (record) => {
    const remarks: Remark[] = [];
    const swap = (
      holder: unknown,
      field: string,
      path: Remark['path'],
      check: (part: object) => Checked<object>,
    ) => {
      if (!isPlain(holder) || !isPlain(holder[field])) return;
      const { value, remarks: found } = check(holder[field]);
      for (const each of found)
        remarks.push({
          ...each,
          path: [...path, field, ...each.path],
          dropped: each.dropped === 'all' ? 'record' : each.dropped,
        });
      if (value === undefined) delete holder[field];
      else holder[field] = value;
    };
    if (isPlain(record)) {
      swap(record, 'organization', [], organization);
      for (const [index, at] of listOf(record['service_at_locations']))
        swap(at, 'location', ['service_at_locations', index], location);
      for (const [index, attribute] of listOf(record['attributes']))
        swap(attribute, 'taxonomy_term', ['attributes', index], term);
    }
    const checked = checkRecord(Checkable, record);
    return { ...checked, remarks: [...remarks, ...checked.remarks] };
  };
}

function remembering(schema: z.ZodType<object>, known: WeakSet<object>): (part: object) => Checked<object> {
  const remembered = new Map<string, object>();
  return (part) => {
    const written = JSON.stringify(part);
    const before = remembered.get(written);
    if (before !== undefined) return { value: before, remarks: [] };
    const checked = checkRecord(schema, part);
    if (checked.value === undefined) return checked;
    known.add(checked.value);
    if (checked.remarks.length === 0) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(written, checked.value);
    }
    return checked;
  };
}

function listOf(value: unknown): Iterable<[number, unknown]> {
  return Array.isArray(value) ? value.entries() : [];
}

function isPlain(value: unknown): value is Record<string, object> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
