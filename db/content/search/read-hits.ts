import { HOME_LANGUAGE, type Language } from '../../../core/domain/words.ts';
import type { FoundDocument } from './find-documents.ts';
import type { SearchStore, StoredText } from './search-store.ts';

/** What a result shows of a document, and the language in which it was found. */
export type StoredHit = StoredText & { readonly foundIn: Language };

/**
 * What to show of each document: its text in the wanted language, else in the one it was found in, else in the home
 * language. One that is gone meanwhile is left out.
 */
export function readHits(store: SearchStore, found: readonly FoundDocument[], wanted: Language): StoredHit[] {
  return found.flatMap(({ document, language }) => {
    const hit = store.hit.get(document, wanted, language.code, HOME_LANGUAGE);
    return hit === undefined ? [] : [{ ...hit, foundIn: language.code }];
  });
}
