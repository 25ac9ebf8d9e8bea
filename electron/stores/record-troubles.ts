import type { Trouble } from '../../core/contract/about.ts';
import type { ContentIncident } from '../../core/domain/rollouts/content-incident.ts';
import type { WriteDb } from '../../db/open.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import type { Log } from '../log.ts';

/**
 * Writes down for staff, and for the server, what went wrong. A disk that does not take it is logged, and nothing more:
 * visitors come first.
 */
export function recordTroubles(
  ops: WriteDb,
  troubles: ReadonlyMap<Trouble | ContentIncident, string>,
  { now, log }: { readonly now: Date; readonly log: Log },
): void {
  try {
    for (const [code, detail] of troubles) recordIncident(ops, { at: now.toISOString(), code, detail });
  } catch (error) {
    log.trouble('ops-not-written', String(error));
  }
}
