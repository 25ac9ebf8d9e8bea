import type { WriteDb } from '../../open.ts';
import { thresholdOf } from '../floors.ts';
import { giveSpaceBack, type PackToInstall, type StoredManifest, writePack } from '../install-pack.ts';

/**
 * Puts a checked version from a repository into the store, where it lies ready and nobody sees it yet. `older` when a version as
 * high was shown before, and is not lost; the database refuses that too. Throws as writePack does (SQLITE_FULL when the disk is full); then
 * nothing has changed.
 */
export function stagePack(
  db: WriteDb,
  toInstall: PackToInstall,
  manifest: StoredManifest,
): 'staged' | 'older' {
  const { id, version } = toInstall.pack.about;
  const threshold = thresholdOf(db, id);
  if (version <= threshold) return 'older';
  try {
    db.transaction(() => {
      // What lies ready is replaced: only the newest is ever shown.
      db.prepare("DELETE FROM pack_versions WHERE pack_id = ? AND version > ? AND origin = 'repository'").run(
        id,
        threshold,
      );
      writePack(db, toInstall, manifest);
    }).immediate();
    return 'staged';
  } catch (error) {
    giveSpaceBack(db);
    throw error;
  }
}
