import type { ReadDb } from '../../open.ts';

/** What stands on more than one page, or on none: a change in it changes pages of which no word is different. */
export type SharedPart = 'amounts' | 'contacts' | 'words' | 'topics' | 'pictures' | 'synonyms';

/** Column by column, as `pack_versions` keeps them. */
const COLUMNS = [
  ['amounts', 'parameters'],
  ['contacts', 'contacts'],
  ['words', 'words'],
  ['synonyms', 'synonyms'],
] as const;

/** Which parts that pages share differ between two versions in the store. A picture that comes or goes is told with its page. */
export function sharedPartsChanged(db: ReadDb, packId: string, from: number, to: number): SharedPart[] {
  const textOf = (column: string, version: number) =>
    db
      .prepare(`SELECT ${column} FROM pack_versions WHERE pack_id = ? AND version = ?`)
      .pluck()
      .get(packId, version);
  const differs = (read: (version: number) => unknown) => read(from) !== read(to);
  return [
    ...COLUMNS.filter(([, column]) => differs((version) => sorted(textOf(column, version)))).map(
      ([part]) => part,
    ),
    ...(differs((version) => topicsOf(db, packId, version)) ? (['topics'] as const) : []),
    ...(hasOtherPictures(db, packId, from, to) ? (['pictures'] as const) : []),
  ];
}

/** The order in which an author writes names says nothing to visitors. */
function sorted(json: unknown): string {
  const parts = Object.entries(JSON.parse(String(json ?? '{}'))).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return parts.sort().join();
}

/** The order of topics is that on the screen, so it counts. */
function topicsOf(db: ReadDb, packId: string, version: number): string {
  const bodies = db
    .prepare('SELECT body FROM topics WHERE pack_id = ? AND version = ? ORDER BY position')
    .pluck();
  return bodies.all(packId, version).join();
}

function hasOtherPictures(db: ReadDb, packId: string, from: number, to: number): boolean {
  const other = db.prepare(
    `SELECT 1 FROM media AS old JOIN media AS fresh USING (pack_id, path)
     WHERE pack_id = ? AND old.version = ? AND fresh.version = ? AND old.sha256 <> fresh.sha256 LIMIT 1`,
  );
  return other.get(packId, from, to) !== undefined;
}
