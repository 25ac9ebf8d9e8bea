import type { WriteDb } from '../../db/open.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { mendRows } from '../../db/ops/mend-rows.ts';
import { rottenRow } from '../../db/ops/row-proof.ts';
import { unsound } from '../../db/unsound.ts';
import type { Log } from '../log.ts';
import { mendFromCopy } from './mend-from-copy.ts';
import { attempt, type StorePlaces } from './store-places.ts';

/**
 * Puts back what rotted of people, their PINs and tries, changes, notes, handovers, partners and the enrolment, from the newest copy that has
 * it whole, and in the indexes of these, and writes down that it did, while the questions since that copy stay. What no copy has is done without
 * where one can (`mendRows`). Returns what is wrong after that, as a sentence; undefined when all is right. What fails is
 * returned so too, and not thrown.
 */
export function keepRowsWhole(
  ops: WriteDb,
  { places, now, log }: { readonly places: StorePlaces; readonly now: Date; readonly log: Log },
): string | undefined {
  const looked = attempt(() => {
    const rotten = rottenRow(ops) ?? unsound(ops)[0];
    if (rotten === undefined) return undefined;
    const say = (code: string, how: string) => {
      recordIncident(ops, { at: now.toISOString(), code, detail: `${rotten}; ${how}` });
      log.trouble(code, `${rotten}; ${how}`);
    };
    if (mendRows(ops, undefined))
      say('rows-mended', 'the rows are what was written, their index was made anew');
    else if (mendFromCopy(places, (copy) => mendRows(ops, copy)))
      say('rows-mended', 'put back from a copy, what was changed of it since is lost');
    else if (mendFromCopy(places, (copy) => mendRows(ops, copy, true)) || mendRows(ops, undefined, true))
      say('rows-lost', 'what no copy has was taken away or set back, and all else stays');
    else return rotten;
    return undefined;
  });
  return 'done' in looked ? looked.done : String(looked.error);
}
