import type { WriteDb } from '../../db/open.ts';
import { mendRows } from '../../db/ops/mend-rows.ts';
import { rottenRow } from '../../db/ops/row-proof.ts';
import type { Log } from '../log.ts';
import { mendFromCopy } from './mend-from-copy.ts';
import { attempt, type StorePlaces } from './store-places.ts';

/**
 * Puts back what rotted of people, their PINs and changes, from the newest copy that has it whole, while the questions since that copy stay.
 * What cannot be put back stays, and is said by whoever asks `rottenRow`. What fails is logged, and not thrown.
 */
export function keepRowsWhole(ops: WriteDb, places: StorePlaces, log: Log): void {
  const looked = attempt(() => {
    const rotten = rottenRow(ops);
    if (rotten !== undefined && mendFromCopy(places, (copy) => mendRows(ops, copy)))
      log.trouble('rows-mended', `${rotten}; put back from a copy`);
  });
  if ('error' in looked) log.trouble('ops-not-written', String(looked.error));
}
