import { recallFloors } from '../../db/content/kept-floors.ts';
import type { WriteDb } from '../../db/open.ts';
import type { Log } from '../log.ts';
import { attempt } from './store-places.ts';

/**
 * Gives the content store what was kept beside it of floors, time and holds, and says in the log what came of it. Gives the same store:
 * what goes wrong stops nobody.
 */
export function recallInto(
  db: WriteDb | undefined,
  dataDir: string,
  { log, wasRebuilt }: { readonly log: Log; readonly wasRebuilt: boolean },
): WriteDb | undefined {
  if (db === undefined) return db;
  const outcome = attempt(() => recallFloors(db, dataDir));
  if ('error' in outcome) {
    log.trouble('floors-not-recalled', String(outcome.error));
    return db;
  }
  const { packs, damage, wasThere } = outcome.done;
  if (damage !== undefined)
    log.trouble(
      'floors-damaged',
      `${damage}; what the store knows itself counts, and the file is written anew`,
    );
  else if (!wasThere && wasRebuilt)
    log.trouble(
      'floors-missing',
      'there is no floors.json: of what was shown before nothing is known, and what was held moves on',
    );
  if (packs.length > 0) log.note('floors-recalled', `nothing older is let in: ${packs.join('; ')}`);
  return db;
}
