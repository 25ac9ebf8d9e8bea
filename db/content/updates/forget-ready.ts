import type { WriteDb } from '../../open.ts';

/**
 * Takes out of the store what lies ready of a pack and has another manifest than the one that the repository names now (its SHA-256;
 * undefined when it names none, or none that can be trusted). What is shown, or was, stays. Returns the versions that were taken out.
 * Throws SqliteError.
 */
export function forgetReady(db: WriteDb, packId: string, named: string | undefined): number[] {
  return db
    .prepare<{ packId: string; named: string }, number>(
      `DELETE FROM pack_versions WHERE pack_id = @packId
         AND version > ifnull((SELECT version FROM pack_thresholds WHERE pack_id = @packId), 0)
         AND version NOT IN (SELECT version FROM active_packs WHERE pack_id = @packId)
         AND version IN (SELECT version FROM pack_manifests WHERE pack_id = @packId AND sha256 <> @named)
       RETURNING version`,
    )
    .pluck()
    .all({ packId, named: named ?? '' }) as number[];
}
