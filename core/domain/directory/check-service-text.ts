import type { Checked } from './check-record.ts';
import { checkService } from './check-service.ts';
import type { Service } from './service.ts';

/** What a text says of a service, or why it says nothing. */
export type CheckedText = (Checked<Service> & { readonly fault?: undefined }) | { readonly fault: string };

/** Reads the JSON of a service and holds it against its schema. */
export function checkServiceText(text: string): CheckedText {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return { fault: 'is no JSON' };
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { fault: 'is no record' };
  return checkService(record);
}
