import type { WriteDb } from '../../open.ts';
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
