import type { WriteDb } from '../../open.ts';
import { activeVersion, heldVersion } from '../install-pack.ts';
import { keepFloors } from '../kept-floors.ts';
import { judgeVersion } from '../proof.ts';
import { letGoOfPack, rollBackPack } from './show-pack.ts';

/**
 * Shows the version before one that has rotted and cannot be healed, and forgets the rotten one. The next update brings the same version
 * again, or a higher one; but where somebody held the rotten one, the one before is held in its place until they let go. Undefined when there is none before, or when that one has rotten too; then nothing has
 * changed. `now` in milliseconds since 1970. Throws SqliteError.
 */
export function fallBack(db: WriteDb, pack: string, version: number, now: number): number | undefined {
  if (activeVersion(db, pack)?.version !== version) return undefined;
  const before = db
    .prepare<[string], number>('SELECT version FROM previous_packs WHERE pack_id = ?')
    .pluck()
    .get(pack);
  if (before === undefined || judgeVersion(db, pack, before) === 'rotten') return undefined;
  const shown = db
    .transaction(() => {
      const wasHeld = heldVersion(db, pack) !== undefined;
      const shown = rollBackPack(db, pack, now);
      if (shown === undefined) return undefined;
      if (!wasHeld) letGoOfPack(db, pack);
      loseVersion(db, pack, version);
      return shown;
    })
    .immediate();
  keepFloors(db);
  return shown;
}

/**
 * Takes a version out of the store that has rotted, and that something else was shown in place of: an update may bring it again, and
 * nothing below it. Throws SqliteError when it is shown.
 */
export function loseVersion(db: WriteDb, pack: string, version: number): void {
  forgetVersion(db, pack, version);
  db.prepare('DELETE FROM previous_packs WHERE pack_id = ? AND version = ?').run(pack, version);
  db.prepare(
    `INSERT INTO lost_versions (pack_id, version) SELECT pack_id, version FROM pack_floors WHERE pack_id = ? AND version = ?
     ON CONFLICT (pack_id) DO UPDATE SET version = excluded.version`,
  ).run(pack, version);
}

/** Takes a version out of the store that is not shown. Throws SqliteError when it is. */
export function forgetVersion(db: WriteDb, pack: string, version: number): void {
  db.prepare('DELETE FROM pack_versions WHERE pack_id = ? AND version = ?').run(pack, version);
}
