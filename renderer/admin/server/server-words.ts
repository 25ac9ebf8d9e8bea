import type { AdminSay } from '../../words/admin-words.ts';
import { nl } from '../../words/nl/admin.ts';

type Fault = keyof typeof nl.server.faults;

/** The kind of a fault in plain words, with what to do. */
export function serverFaultWords(fault: string, say: AdminSay): string {
  const known = Object.hasOwn(nl.server.faults, fault) ? (fault as Fault) : 'unknown';
  return say(`server.faults.${known}`);
}
