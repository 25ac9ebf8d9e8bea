import type { Attribute } from './attribute.ts';

/** All attributes of a record and of the records in it. */
export function attributesIn(record: object, found: Attribute[] = []): Attribute[] {
  for (const value of Object.values(record)) {
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
