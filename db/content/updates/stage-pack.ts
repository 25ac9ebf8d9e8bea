import type { ReadDb, WriteDb } from '../../open.ts';
import { floorOf, giveSpaceBack, type PackToInstall, writePack } from '../install-pack.ts';

/** The signed manifest of a version: SHA-256 of the signed bytes, and what is in them, as JSON. */
export type StoredManifest = { readonly sha256: string; readonly body: string };

/**
 * Puts a checked version from a repository into the store, where it lies ready and nobody sees it yet. `older` when a version as
 * high was shown before; the database refuses that too. Throws SqliteError (SQLITE_FULL when the disk is full); then nothing
 * has changed.
 */
export function stagePack(
  db: WriteDb,
  toInstall: PackToInstall,
  manifest: StoredManifest,
): 'staged' | 'older' {
  const { id, version } = toInstall.pack.about;
  if (version <= (floorOf(db, id) ?? 0)) return 'older';
  try {
    db.transaction(() => {
      // What lies ready is replaced: only the newest is ever shown.
      db.prepare('DELETE FROM pack_versions WHERE pack_id = ? AND version > ?').run(id, floorOf(db, id) ?? 0);
      writePack(db, toInstall, 'repository');
      db.prepare('INSERT INTO pack_manifests (pack_id, version, sha256, body) VALUES (?, ?, ?, ?)').run(
        ...[id, version, manifest.sha256, manifest.body],
      );
    }).immediate();
    return 'staged';
  } catch (error) {
    giveSpaceBack(db);
    throw error;
  }
}

/** The version of a pack that lies ready to be shown; undefined when there is none. */
export function stagedVersion(db: ReadDb, packId: string): number | undefined {
  return (
    db
      .prepare<[{ packId: string }], number>(
        `SELECT max(version) FROM pack_versions WHERE pack_id = @packId
           AND version > ifnull((SELECT version FROM pack_floors WHERE pack_id = @packId), 0)`,
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
