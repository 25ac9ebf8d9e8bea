import type { ArticleInPack, FlowInPack, Pack } from '../../../core/domain/pack.ts';
import type { Synonyms } from '../../../core/domain/synonyms.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { indexDocuments } from './index-documents.ts';
import { packDocuments } from './pack-documents.ts';
import { indexOf, packsToIndex } from './packs-to-index.ts';

/** What of a pack goes into the index. */
type Indexed = Pick<Pack, 'flows' | 'articles' | 'synonyms'>;

/** Indexes the flows, articles and synonyms of a pack in place of those it had. */
export function indexPack(
  db: WriteDb,
  packId: string,
  { flows, articles, synonyms }: Indexed,
  digest: string,
): void {
  indexDocuments(db, `pack:${packId}`, packDocuments(flows, articles), { madeOf: indexOf(digest), synonyms });
}

/** Indexes the packs that are not in the index as they are shown. Throws SqliteError; the index is then what it was. */
export function indexShownPacks(db: WriteDb): void {
  for (const { pack_id, version, digest, synonyms } of packsToIndex(db))
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
