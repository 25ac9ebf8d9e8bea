import type { WriteDb } from '../../open.ts';

const ROWS = `FROM search_texts JOIN search_documents USING (document_id) WHERE source = ?`;

/** Takes everything that came from a source out of the index. */
export function removeDocuments(db: WriteDb, source: string): void {
  for (const sql of [
    `DELETE FROM search_titles WHERE rowid IN (SELECT title_row ${ROWS})`,
    `DELETE FROM search_titles WHERE rowid IN (SELECT summary_row ${ROWS})`,
    `DELETE FROM search_bodies WHERE rowid IN (SELECT strong_row ${ROWS})`,
    `DELETE FROM search_bodies WHERE rowid IN (SELECT body_row ${ROWS})`,
    'DELETE FROM search_documents WHERE source = ?',
    'DELETE FROM search_deletions WHERE word_id IN (SELECT word_id FROM search_words WHERE source = ?)',
    'DELETE FROM search_words WHERE source = ?',
    'DELETE FROM search_synonyms WHERE source = ?',
    'DELETE FROM search_sources WHERE source = ?',
  ])
    db.prepare(sql).run(source);
}
