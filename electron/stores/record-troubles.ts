import type { Trouble } from '../../core/contract/about.ts';
import type { WriteDb } from '../../db/open.ts';
import { ageOfNewestCopy, writeCopy } from '../../db/ops/copies.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import type { Log } from '../log.ts';
import { copiesFolder, type StorePlaces } from './store-places.ts';

const DAY_MS = 86_400_000;

/**
 * Writes down for staff what went wrong at this start, and copies the store when its newest copy is a day old.
 * A disk that does not take it is logged, and nothing more: visitors come first.
 */
export function recordTroubles(
  ops: WriteDb,
  troubles: ReadonlyMap<Trouble, string>,
  { places, now, log }: { readonly places: StorePlaces; readonly now: Date; readonly log: Log },
): void {
  try {
    for (const [code, detail] of troubles) recordIncident(ops, { at: now.toISOString(), code, detail });
    if (ageOfNewestCopy(copiesFolder(places), now) > DAY_MS) writeCopy(ops, copiesFolder(places));
  } catch (error) {
    log.trouble('ops-not-written', String(error));
  }
}
