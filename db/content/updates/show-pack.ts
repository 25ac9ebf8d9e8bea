import type { WriteDb } from '../../open.ts';
import {
  activeVersion,
  dropOldVersions,
  FLIP,
  giveSpaceBack,
  heldVersion,
  type PackToInstall,
  writePack,
} from '../install-pack.ts';
import { keepFloors } from '../kept-floors.ts';
import { judgeVersion } from '../proof.ts';
import { placeOf } from '../published.ts';
import { indexShownPacks } from '../search/index-packs.ts';
import { stagedVersion } from './staged-packs.ts';
import { versionBefore } from './version-before.ts';

/**
 * Shows the version of a pack that lies ready, in one transaction with its search index: after a power cut it is the old
 * version or the new one, whole. The one before it stays, older ones go. `held` when somebody chose the version that is
 * shown, `current` when nothing lies ready. Throws SqliteError; then nothing has changed.
 */
export function showStagedPack(db: WriteDb, packId: string): 'shown' | 'held' | 'current' {
  const staged = stagedVersion(db, packId);
  if (staged === undefined) return 'current';
  const held = heldVersion(db, packId);
  // The held version itself may come: it was lost with the store in which it was shown.
  if (held !== undefined && held !== staged) return 'held';
  flip(db, packId, staged);
  return 'shown';
}

/**
 * Brings back the version before the one that is shown, and holds it: no update takes its place until it is let go.
 * Doing it twice comes back to where it was. Undefined when there is no version before, or it has rotted. `now` in milliseconds since 1970.
 */
export function rollBackPack(db: WriteDb, packId: string, now: number): number | undefined {
  const before = versionBefore(db, packId);
  if (before === undefined) return undefined;
  flip(db, packId, before, now);
  return before;
}

/**
 * Shows a checked pack from a folder whatever version was shown before, and holds it: factory content. The highest version that
 * was shown is not forgotten; what has rotted of this very content is whole again. Where its number is a library's, or may become that,
 * it stands beside what the library publishes. Throws SqliteError; then nothing has changed.
 */
export function rollBackTo(db: WriteDb, toInstall: PackToInstall, now: number): void {
  const { digest } = toInstall;
  const { id, version } = toInstall.pack.about;
  db.transaction(() => {
    const active = activeVersion(db, id);
    const at = active?.digest === digest ? active.version : placeOf(db, id, version, digest);
    const isWhole = liesThere(db, id, at, digest);
    if (isWhole && active?.version === at) {
      holdPack(db, id, now);
      return;
    }
    if (!isWhole) writePack(db, toInstall, undefined, at);
    flip(db, id, at, now);
  }).immediate();
  keepFloors(db);
}

/** Is this very content in the store, whole? It may be signed too, and what was signed is not written over. */
function liesThere(db: WriteDb, packId: string, version: number, digest: string): boolean {
  const stored = db
    .prepare<[string, number], string>('SELECT digest FROM pack_versions WHERE pack_id = ? AND version = ?')
    .pluck()
    .get(packId, version);
  return stored === digest && judgeVersion(db, packId, version) !== 'rotten';
}

/** Holds the version of a pack that is shown. `now` in milliseconds since 1970. */
export function holdPack(db: WriteDb, packId: string, now: number): void {
  const shown = activeVersion(db, packId)?.version;
  if (shown === undefined) return;
  db.transaction(() => hold(db, packId, shown, now)).immediate();
  keepFloors(db);
}

/** Lets go of a pack: the next version that is higher than all that were shown is shown again. */
export function letGoOfPack(db: WriteDb, packId: string): void {
  db.prepare('DELETE FROM pack_holds WHERE pack_id = ?').run(packId);
  keepFloors(db);
}

function flip(db: WriteDb, packId: string, version: number, heldAt?: number): void {
  try {
    db.transaction(() => {
      if (heldAt !== undefined) hold(db, packId, version, heldAt);
      db.prepare(FLIP).run(packId, version);
      indexShownPacks(db);
      dropOldVersions(db, packId);
    }).immediate();
    keepFloors(db);
  } catch (error) {
    giveSpaceBack(db);
    throw error;
  }
}

function hold(db: WriteDb, packId: string, version: number, now: number): void {
  db.prepare(
    `INSERT INTO pack_holds (pack_id, version, held_at) VALUES (?, ?, ?)
     ON CONFLICT (pack_id) DO UPDATE SET version = excluded.version, held_at = excluded.held_at`,
  ).run(packId, version, new Date(now).toISOString());
}
