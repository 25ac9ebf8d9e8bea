import type { Trouble } from '../../core/contract/about.ts';
import type { WriteDb } from '../../db/open.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import type { Log } from '../log.ts';

/**
 * Writes down for staff what went wrong at this start. A disk that does not take it is logged, and nothing more:
 * visitors come first.
 */
export function recordTroubles(
  ops: WriteDb,
  troubles: ReadonlyMap<Trouble, string>,
  { now, log }: { readonly now: Date; readonly log: Log },
): void {
  try {
    for (const [code, detail] of troubles) recordIncident(ops, { at: now.toISOString(), code, detail });
  } catch (error) {
    log.trouble('ops-not-written', String(error));
  }
}
