import type { WriteDb } from '../../open.ts';
import { isBeside } from '../beside.ts';
import { activeVersion, type StoredManifest } from '../install-pack.ts';
import { judgeVersion, layProof } from '../proof.ts';

/**
 * The version that is shown came from a folder, and a publisher signed this very content: from now on it counts as what the publisher
 * brought here, so that nothing from a folder takes its place. So does what a folder mended once its manifest was lost. What has rotted
 * meanwhile is left as it is until it is whole again: laid now, its proof would say that it is right. What stands beside the versions of a
 * library stays what came with the app. Throws SqliteError; then nothing
 * has changed.
 */
export function adoptVersion(db: WriteDb, packId: string, digest: string, manifest: StoredManifest): void {
  db.transaction(() => {
    const shown = activeVersion(db, packId);
    if (shown !== undefined && isBeside(shown.version)) return;
    if (shown?.digest !== digest || (shown.origin === 'repository' && hasManifest(db, packId, shown.version)))
      return;
    if (judgeVersion(db, packId, shown.version) === 'rotten') return;
    db.prepare("UPDATE pack_versions SET origin = 'repository' WHERE pack_id = ? AND version = ?").run(
      ...[packId, shown.version],
    );
    db.prepare('INSERT INTO pack_manifests (pack_id, version, sha256, body) VALUES (?, ?, ?, ?)').run(
      ...[packId, shown.version, manifest.sha256, manifest.body],
    );
    layProof(db, packId, shown.version);
  }).immediate();
}

function hasManifest(db: WriteDb, packId: string, version: number): boolean {
  const stored = db.prepare('SELECT 1 FROM pack_manifests WHERE pack_id = ? AND version = ?');
  return stored.get(packId, version) !== undefined;
}
