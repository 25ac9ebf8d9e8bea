import type { ReadDb, WriteDb } from '../open.ts';
import { besideOf } from './beside.ts';
import { thresholdOf } from './floors.ts';

/**
 * Has a library brought this pack here: is a version that it signed shown, the one before or ready, was one lost that comes back from it,
 * does something stand in its place, or did floors.json say so? Whatever is shown meanwhile, a higher number from elsewhere would keep out
 * what it publishes next.
 */
export function isPublished(db: ReadDb, packId: string): boolean {
  const found = db
    .prepare(
      `SELECT 1 FROM pack_versions WHERE pack_id = @packId AND (origin = 'repository' OR version >= @beside)
       UNION SELECT 1 FROM lost_versions WHERE pack_id = @packId
       UNION SELECT 1 FROM published_packs WHERE pack_id = @packId`,
    )
    .get({ packId, beside: besideOf(0) });
  return found !== undefined;
}

/** Writes down that a library brought a pack, where no version of it in this store says so. Throws SqliteError. */
export function notePublished(db: WriteDb, packId: string): void {
  db.prepare('INSERT INTO published_packs (pack_id) VALUES (?) ON CONFLICT DO NOTHING').run(packId);
}

/**
 * Under which number of the store content from a folder is shown, whatever is shown now: its own, or one beside those of the library
 * that publishes the pack, where its own is, or may become, the number of what that signed. The very content that was signed is that.
 */
export function placeOf(db: ReadDb, packId: string, version: number, digest: string): number {
  const stored = db
    .prepare<[string, number], { digest: string; origin: string }>(
      'SELECT digest, origin FROM pack_versions WHERE pack_id = ? AND version = ?',
    )
    .get(packId, version);
  if (stored?.digest === digest) return version;
  const mayBecome = version > thresholdOf(db, packId) && isPublished(db, packId);
  return stored?.origin === 'repository' || mayBecome ? besideOf(version) : version;
}
