import { openForReading, type ReadDb } from '../../db/open.ts';
import { wholeCopies } from '../../db/ops/copies.ts';
import { attempt, copiesFolder, type StorePlaces } from './store-places.ts';

/** Tries to mend from each whole copy of the precious store, the newest first; false when none would do. */
export function mendFromCopy(places: StorePlaces, mend: (copy: ReadDb) => boolean): boolean {
  return wholeCopies(copiesFolder(places)).some((file) => {
    // A copy of an older version may not have what is asked of it.
    const mended = attempt(() => {
      const copy = openForReading(file, { nativeBinding: places.nativeBinding });
      try {
        return mend(copy);
      } finally {
        copy.close();
      }
    });
    return 'done' in mended && mended.done;
  });
}
