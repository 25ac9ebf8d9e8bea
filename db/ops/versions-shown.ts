import type { ReadDb, WriteDb } from '../open.ts';

/** Of the changes so many are kept, the newest. */
export const MOST_CHANGES = 500;

/** A version of a pack that visitors see. */
export type ShownVersion = { readonly pack_id: string; readonly version: number };

/** Writes down which versions are shown, where that is another one than before. `at` is an ISO 8601 time. Throws SqliteError. */
export function noteShownVersions(db: WriteDb, shown: readonly ShownVersion[], at: string): void {
  const last = db
    .prepare<[string], number>(
      'SELECT version FROM versions_shown WHERE pack_id = ? ORDER BY id DESC LIMIT 1',
    )
    .pluck();
  const changed = shown.filter(({ pack_id, version }) => last.get(pack_id) !== version);
  if (changed.length === 0) return;
  db.transaction(() => {
    const insert = db.prepare('INSERT INTO versions_shown (pack_id, version, at) VALUES (?, ?, ?)');
    for (const { pack_id, version } of changed) insert.run(pack_id, version, at);
    db.prepare('DELETE FROM versions_shown WHERE id <= (SELECT max(id) FROM versions_shown) - ?').run(
      MOST_CHANGES,
    );
  }).immediate();
}

/** Since when a version was on the screen the last time, as an ISO 8601 time; undefined when that is not known. */
export function shownSince(db: ReadDb, packId: string, version: number): string | undefined {
  return db
    .prepare<[string, number], string>(
      'SELECT at FROM versions_shown WHERE pack_id = ? AND version = ? ORDER BY id DESC LIMIT 1',
    )
    .pluck()
    .get(packId, version);
}
