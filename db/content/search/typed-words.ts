import { isStopWord } from '../../../core/domain/search/stop-words.ts';
import { wordsIn } from '../../../core/domain/search/words-in.ts';
import type { IndexLanguage } from './search-store.ts';
import { stemOf } from './stem-of.ts';

/** Nobody asks more in eighty letters, and no question may take long. */
const MOST_WORDS = 12;

/** A word as it was typed. `open`: it may go on; `isAsked`: it says something, or there is nothing else. */
export type TypedWord = {
  readonly word: string;
  readonly stem: string;
  readonly open: boolean;
  readonly isAsked: boolean;
};

/** The words of a question, first to last. */
export function typedWords(text: string, { code }: IndexLanguage): TypedWord[] {
  const found = wordsIn(text).slice(0, MOST_WORDS);
  const asksSomething = found.some(({ word }) => !isStopWord(word, code));
  return found.map(({ word, end }) => ({
    word,
    stem: stemOf(word, code),
    open: end === text.length,
    isAsked: !asksSomething || !isStopWord(word, code),
  }));
}
