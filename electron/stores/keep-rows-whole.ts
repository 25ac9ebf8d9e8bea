import type { WriteDb } from '../../db/open.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { mendRows } from '../../db/ops/mend-rows.ts';
import { rottenRow } from '../../db/ops/row-proof.ts';
import type { Log } from '../log.ts';
import { mendFromCopy } from './mend-from-copy.ts';
import { attempt, type StorePlaces } from './store-places.ts';

/**
 * Puts back what rotted of people, their PINs and tries, changes, notes, handovers, partners and the enrolment, from the newest copy that has
 * it whole, and writes down that it did, while the questions since that copy stay. What cannot be put back stays, and is said by whoever asks `rottenRow`. What fails is logged, and not thrown.
 */
export function keepRowsWhole(
  ops: WriteDb,
  { places, now, log }: { readonly places: StorePlaces; readonly now: Date; readonly log: Log },
): void {
  const looked = attempt(() => {
    const rotten = rottenRow(ops);
    if (rotten === undefined || !mendFromCopy(places, (copy) => mendRows(ops, copy))) return;
    const detail = `${rotten}; put back from a copy, what was changed of it since is lost`;
    recordIncident(ops, { at: now.toISOString(), code: 'rows-mended', detail });
    log.trouble('rows-mended', detail);
  });
  if ('error' in looked) log.trouble('ops-not-written', String(looked.error));
}
