import type { SearchDocument } from '../../../core/domain/search-document.ts';
import type { Synonyms } from '../../../core/domain/synonyms.ts';
import type { WriteDb } from '../../open.ts';
import { languageNumber } from './language-number.ts';
import { removeDocuments } from './remove-documents.ts';
import { stageDocuments } from './stage-documents.ts';
import { writeRows } from './write-rows.ts';
import { writeSynonyms } from './write-synonyms.ts';
import { writeWords } from './write-words.ts';

/** What goes in beside the documents: a digest of what they were made of, and what people say by language. */
type Beside = { readonly madeOf?: string; readonly synonyms?: Synonyms };

/**
 * Puts documents into the search index, in one transaction, in place of everything that came from this source before.
 * `source` names where they come from: `pack:zelfredzaam`, `directory`. They are read once, and neither they nor their
 * words are kept in memory. Throws SqliteError; then the index is what it was.
 */
export function indexDocuments(
  db: WriteDb,
  source: string,
  documents: Iterable<SearchDocument>,
  { madeOf = '', synonyms = {} }: Beside = {},
): void {
  db.transaction(() => {
    removeDocuments(db, source);
    db.prepare('INSERT INTO search_sources (source, made_of) VALUES (?, ?)').run(source, madeOf);
    const words = stageDocuments(db, source, documents);
    writeRows(db, words);
    for (const [language, said] of Object.entries(synonyms)) writeSynonyms(db, source, language, said, words);
    for (const language of words.languages())
      writeWords(db, source, languageNumber(db, language), words.of(language));
    words.clear();
  })();
}
