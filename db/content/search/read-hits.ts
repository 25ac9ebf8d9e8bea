import { HOME_LANGUAGE, type Language } from '../../../core/domain/words.ts';
import type { FoundDocument } from './find-documents.ts';
import type { SearchStore, StoredText } from './search-store.ts';

/** What a result shows of a document, the language of that, and the language in which it was found. */
export type StoredHit = StoredText & { readonly language: Language; readonly foundIn: Language };

/**
 * What to show of each document: its text in the wanted language, else in the one it was found in, else in the home
 * language. One that is gone meanwhile is left out.
 */
export function readHits(store: SearchStore, found: readonly FoundDocument[], wanted: Language): StoredHit[] {
  const numbers = store.languages();
  return found.flatMap(({ document, language: { code: foundIn } }) => {
    for (const language of new Set([wanted, foundIn, HOME_LANGUAGE])) {
      const number = numbers.get(language);
      const text = number === undefined ? undefined : store.hit.get(document, number);
      if (text !== undefined) return [{ ...text, language, foundIn }];
    }
    return [];
  });
}
