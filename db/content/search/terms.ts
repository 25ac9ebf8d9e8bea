import { endsOf, partsOf } from '../../../core/domain/search/compound.ts';
import type { Language } from '../../../core/domain/words.ts';
import { stemOf } from './stem-of.ts';

/** A word as the index knows it: its stem, and all terms by which it is found. */
export type IndexedWord = { readonly stem: string; readonly all: readonly string[] };
export type Terms = (word: string) => IndexedWord;

const MOST_REMEMBERED = 10_000;

/**
 * Makes the terms of words: the word itself (a beginning of it can be typed), its stem, and the same of the parts of a
 * compound, and of what its parts make together: "huurtoeslagaanvraag" is found by "toeslagaanvraag" too. Of a word
 * that is not made of known words, those that it begins and ends with.
 * It remembers words, because the same ones come back all the time; not all of them, for there are many.
 */
export function makeTerms(language: Language, isWord: (part: string) => boolean): Terms {
  const known = new Map<string, IndexedWord>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const parts = partsOf(word, language, isWord);
    const whole = [word, ...(parts === undefined ? endsOf(word, isWord) : stretches(word, parts))];
    const all = [...new Set(whole.flatMap((each) => [each, stemOf(each, language)]))];
    const terms = { stem: stemOf(word, language), all };
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, terms);
    return terms;
  };
}

/** The parts, and the stretches of a word from the beginning of one part to the end of another. */
function stretches(word: string, parts: readonly string[]): string[] {
  let from = 0;
  const spans = parts.map((part) => {
    const start = word.indexOf(part, from);
    from = start + part.length;
    return { start, end: from };
  });
  return spans.flatMap(({ start }, first) => spans.slice(first).map(({ end }) => word.slice(start, end)));
}
