import { isStopWord } from '../../../core/domain/search/stop-words.ts';
import { wordsIn } from '../../../core/domain/search/words-in.ts';
import type { IndexLanguage } from './search-store.ts';
import { stemOf } from './stem-of.ts';

/** So many words that say something are asked for: nobody asks more in one question, and none may take long. */
const MOST_ASKED = 12;

/** A word as it was typed. `open`: it may go on; `isAsked`: it says something, or there is nothing else. */
export type TypedWord = {
  readonly word: string;
  readonly stem: string;
  readonly open: boolean;
  readonly isAsked: boolean;
};

/** The words of a question, first to last. */
export function typedWords(text: string, { code }: IndexLanguage): TypedWord[] {
  const found = wordsIn(text);
  const asksSomething = found.some(({ word }) => !isStopWord(word, code));
  let asked = 0;
  return found.flatMap(({ word, end }) => {
    const isAsked = !asksSomething || !isStopWord(word, code);
    if (isAsked && ++asked > MOST_ASKED) return [];
    return [{ word, stem: stemOf(word, code), open: end === text.length, isAsked }];
  });
}
