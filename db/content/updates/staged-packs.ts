import type { ReadDb } from '../../open.ts';

/** The version of a pack that lies ready to be shown; undefined when there is none. */
export function stagedVersion(db: ReadDb, packId: string): number | undefined {
  return (
    db
      .prepare<[{ packId: string }], number>(
        `SELECT max(version) FROM pack_versions WHERE pack_id = @packId AND origin = 'repository'
           AND version > ifnull((SELECT version FROM pack_thresholds WHERE pack_id = @packId), 0)`,
      )
      .pluck()
      .get({ packId }) ?? undefined
  );
}

/** The packs of which a version lies ready to be shown, by id. */
export function stagedPacks(db: ReadDb): string[] {
  const ids = db.prepare<[], string>('SELECT DISTINCT pack_id FROM pack_manifests').pluck().all() as string[];
  return ids.filter((id) => stagedVersion(db, id) !== undefined);
}

/** The manifests of all versions of a pack that are in the store, as JSON. */
export function storedManifests(db: ReadDb): string[] {
  return db
    .prepare<[], string>('SELECT body FROM pack_manifests ORDER BY pack_id, version')
    .pluck()
    .all() as string[];
}

/** Which manifest the newest version of a pack in the store has; undefined when it came from no repository. */
export function newestManifest(db: ReadDb, packId: string): string | undefined {
  return db
    .prepare<[string], string>(
      'SELECT sha256 FROM pack_manifests WHERE pack_id = ? ORDER BY version DESC LIMIT 1',
    )
    .pluck()
    .get(packId) as string | undefined;
}
