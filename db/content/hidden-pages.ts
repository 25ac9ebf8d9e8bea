import type { ReadDb } from '../open.ts';

/** A page that visitors never see, because a pack before it has one of the same id. */
type HiddenPage = {
  readonly kind: 'flow' | 'article';
  readonly id: string;
  readonly pack: string;
  readonly shown: string;
};

/** The pages that are hidden now, by pack and id: of two with one id, that of the first pack by name is shown. Throws SqliteError. */
export function hiddenPages(db: ReadDb): HiddenPage[] {
  return db
    .prepare<[], HiddenPage>(
      `WITH pages AS (
         SELECT 'flow' AS kind, id, pack_id FROM active_packs JOIN flows USING (pack_id, version)
         UNION ALL SELECT 'article', id, pack_id FROM active_packs JOIN articles USING (pack_id, version))
       SELECT kind, id, pages.pack_id AS pack, first.pack_id AS shown
       FROM pages JOIN (SELECT kind, id, min(pack_id) AS pack_id FROM pages GROUP BY kind, id) AS first USING (kind, id)
       WHERE pages.pack_id <> first.pack_id ORDER BY pages.pack_id, kind, id`,
    )
    .all();
}
