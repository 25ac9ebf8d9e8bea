import type { SearchKind } from '../../../core/domain/search-document.ts';
import { HOME_LANGUAGE, type Language } from '../../../core/domain/words.ts';
import type { ReadDb } from '../../open.ts';
import type { FoundDocument } from './find-documents.ts';

/** What a result shows of a document, in the language it is shown in. */
export type StoredHit = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly topic: string;
  readonly picture: string;
  readonly review_by: string | null;
  readonly language: Language;
  readonly foundIn: Language;
  readonly title: string;
  readonly summary: string;
};

/**
 * What to show of each document: its text in the wanted language, else in the one it was found in, else in the home
 * language. One that is gone meanwhile is left out.
 */
export function readHits(db: ReadDb, found: readonly FoundDocument[], wanted: Language): StoredHit[] {
  const read = db.prepare<[number, Language, Language, Language], Omit<StoredHit, 'foundIn'>>(
    `SELECT kind, id, topic, picture, review_by, language, title, summary
     FROM search_documents JOIN search_texts USING (document_id) JOIN search_languages USING (language_id)
     WHERE document_id = ? ORDER BY language = ? DESC, language = ? DESC, language = ? DESC LIMIT 1`,
  );
  return found.flatMap(({ document, language }) => {
    const hit = read.get(document, wanted, language.code, HOME_LANGUAGE);
    return hit === undefined ? [] : [{ ...hit, foundIn: language.code }];
  });
}
