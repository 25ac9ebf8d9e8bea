import { isStopWord } from '../../../core/domain/search/stop-words.ts';
import { wordsIn } from '../../../core/domain/search/words-in.ts';
import type { IndexLanguage, SearchStore } from './search-store.ts';
import { stemOf } from './stem-of.ts';

/** So many words that say something are asked for: nobody asks more in one question, and none may take long. */
const MOST_ASKED = 12;
/** Of those that nobody writes so many: they may be slips, and in a language with few pages most words are not known. */
const MOST_UNKNOWN = 6;

/** A word as it was typed. `open`: it may go on; `isAsked`: it says something, or there is nothing else. */
export type TypedWord = {
  readonly word: string;
  readonly stem: string;
  readonly open: boolean;
  readonly isAsked: boolean;
};

/**
 * The words of a question, first to last. Of a long one the words are asked for that tell most, because they are in the
 * fewest texts, and the one that is being typed: the word that matters may be the last.
 */
export function typedWords(
  text: string,
  { code, number }: IndexLanguage,
  { textsWith }: Pick<SearchStore, 'textsWith'>,
): TypedWord[] {
  const found = wordsIn(text);
  const asksSomething = found.some(({ word }) => !isStopWord(word, code));
  const typed = found.map(({ word, end }) => ({
    ...{ word, stem: stemOf(word, code), open: end === text.length },
    isAsked: !asksSomething || !isStopWord(word, code),
  }));
  const asked = typed.filter(({ isAsked }) => isAsked);
  if (asked.length <= MOST_ASKED) return typed;
  const telling = new Set(mostTelling(asked, (word) => textsWith(number, word)));
  return typed.map((each) => ({ ...each, isAsked: telling.has(each) }));
}

function mostTelling<T extends Pick<TypedWord, 'word' | 'open'>>(
  words: readonly T[],
  textsWith: (word: string) => number,
): T[] {
  let unknown = 0;
  const rankOf = ({ word, open }: T) => {
    if (open) return -1;
    const texts = textsWith(word);
    return texts === 0 && ++unknown > MOST_UNKNOWN ? Number.POSITIVE_INFINITY : texts;
  };
  return words
    .map((word) => ({ word, rank: rankOf(word) }))
    .sort((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank))
    .slice(0, MOST_ASKED)
    .map(({ word }) => word);
}
