import type { ArticleInPack, FlowInPack, Pack } from '../../../core/domain/pack.ts';
import type { Synonyms } from '../../../core/domain/synonyms.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { indexDocuments } from './index-documents.ts';
import { packDocuments } from './pack-documents.ts';

/** Goes up when the index of the same pack would be another one: then what is installed is indexed again. */
const INDEX_VERSION = 1;

/** What of a pack goes into the index. */
type Indexed = Pick<Pack, 'flows' | 'articles' | 'synonyms'>;

/** Indexes the flows, articles and synonyms of a pack in place of those it had. */
export function indexPack(
  db: WriteDb,
  packId: string,
  { flows, articles, synonyms }: Indexed,
  digest: string,
): void {
  indexDocuments(db, `pack:${packId}`, packDocuments(flows, articles), { madeOf: madeOf(digest), synonyms });
}

/**
 * Indexes the packs that are shown and not in the index as they are: they were installed by a version of the app
 * that had no search, or another one. Says how many. Throws SqliteError; the index is then what it was.
 */
export function indexShownPacks(db: WriteDb): number {
  const rows = db
    .prepare<
      [],
      { pack_id: string; version: number; digest: string; synonyms: string; made_of: string | null }
    >(
      `SELECT pack_id, version, digest, synonyms, made_of FROM active_packs JOIN pack_versions USING (pack_id, version)
       LEFT JOIN search_sources ON source = 'pack:' || pack_id`,
    )
    .all();
  const stale = rows.filter(({ digest, made_of }) => made_of !== madeOf(digest));
  for (const { pack_id, version, digest, synonyms } of stale)
    db.transaction(() =>
      indexPack(
        db,
        pack_id,
        {
          flows: bodiesIn<FlowInPack>(db, 'flows', pack_id, version),
          articles: bodiesIn<ArticleInPack>(db, 'articles', pack_id, version),
          synonyms: JSON.parse(synonyms) as Synonyms,
        },
        digest,
      ),
    ).immediate();
  return stale.length;
}

function madeOf(digest: string): string {
  return `${INDEX_VERSION} ${digest}`;
}

function bodiesIn<T>(db: ReadDb, table: 'flows' | 'articles', packId: string, version: number): T[] {
  return db
    .prepare<[string, number], string>(
      `SELECT body FROM ${table} WHERE pack_id = ? AND version = ? ORDER BY id`,
    )
    .pluck()
    .all(packId, version)
    .map((body) => JSON.parse(String(body)) as T);
}
