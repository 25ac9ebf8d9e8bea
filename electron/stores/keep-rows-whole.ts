import type { WriteDb } from '../../db/open.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { mendRows } from '../../db/ops/mend-rows.ts';
import { rottenRow } from '../../db/ops/row-proof.ts';
import type { Log } from '../log.ts';
import { mendFromCopy } from './mend-from-copy.ts';
import { attempt, type StorePlaces } from './store-places.ts';

/**
 * Puts back what rotted of people, their PINs and tries, changes, notes, handovers, partners and the enrolment, from the newest copy that has
 * it whole, and writes down that it did, while the questions since that copy stay. What no copy has is done without where one can
 * (`mendRows`). What is rotten after that stays, and is said by whoever asks `rottenRow`. What fails is logged, and not thrown.
 */
export function keepRowsWhole(
  ops: WriteDb,
  { places, now, log }: { readonly places: StorePlaces; readonly now: Date; readonly log: Log },
): void {
  const looked = attempt(() => {
    const rotten = rottenRow(ops);
    if (rotten === undefined) return;
    const say = (code: string, how: string) => {
      recordIncident(ops, { at: now.toISOString(), code, detail: `${rotten}; ${how}` });
      log.trouble(code, `${rotten}; ${how}`);
    };
    if (mendFromCopy(places, (copy) => mendRows(ops, copy)))
      return say('rows-mended', 'put back from a copy, what was changed of it since is lost');
    if (mendFromCopy(places, (copy) => mendRows(ops, copy, true)) || mendRows(ops, undefined, true))
      say('rows-lost', 'what no copy has was taken away or set back, and all else stays');
  });
  if ('error' in looked) log.trouble('ops-not-written', String(looked.error));
}
