import type { ReadDb } from '../../open.ts';
import { judgeVersion } from '../proof.ts';

/** The version of a pack that was shown before, as far as it is still in the store, and whole: nobody goes back to what has rotted. */
export function versionBefore(db: ReadDb, packId: string): number | undefined {
  const before = db
    .prepare<[string], number>(
      'SELECT version FROM previous_packs JOIN pack_versions USING (pack_id, version) WHERE pack_id = ?',
    )
    .pluck()
    .get(packId);
  return before === undefined || judgeVersion(db, packId, before) === 'rotten' ? undefined : before;
}

/**
 * Is this the version before, and the highest that was ever shown? Somebody went back from it. It is still what the library publishes, but no
 * update brings it again, as it is no higher than itself: without its rows there is no way back to it.
 */
export function wasGoneBackFrom(db: ReadDb, packId: string, version: number): boolean {
  return (
    db
      .prepare<[string, number]>(
        'SELECT 1 FROM previous_packs JOIN pack_floors USING (pack_id, version) WHERE pack_id = ? AND version = ?',
      )
      .get(packId, version) !== undefined
  );
}
