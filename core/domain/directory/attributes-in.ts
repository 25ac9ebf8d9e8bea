import type { Attribute } from './attribute.ts';

/** All attributes of a record and of the records in it. */
export function attributesIn(record: object, found: Attribute[] = []): Attribute[] {
  for (const field in record) {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[field];
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) attributesIn(value, found);
    else
      for (const part of value) {
        if ('taxonomy_term' in part) found.push(part);
        else attributesIn(part, found);
      }
  }
  return found;
}
