import { randomUUID } from 'node:crypto';
import type { Hour } from '../../core/contract/sync/count.ts';

/** A version 7 UUID begins with a time in milliseconds; here it is the hour, so that the id tells no more than what it is the id of. */
export function hourId(hour: Hour): string {
  const time = Date.parse(hour).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
