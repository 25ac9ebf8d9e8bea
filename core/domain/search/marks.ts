import { wordsIn } from './words-in.ts';

/** From one offset to another in a text (UTF-16 units, the end not included). */
export type Mark = { readonly start: number; readonly end: number };

/** What is marked: words that are or hold one of these terms, and words that begin like one of those. */
export type Marked = { readonly terms: ReadonlySet<string>; readonly beginnings: readonly string[] };

/** A shorter term inside a word is there by chance. */
const SHORTEST_INSIDE = 4;

/** The words of a text that were asked for. A compound is marked whole, also when only a part of it was asked. */
export function marksIn(
  text: string,
  { terms, beginnings }: Marked,
  stemOf: (word: string) => string,
): Mark[] {
  const inside = [...terms].filter((term) => term.length >= SHORTEST_INSIDE);
  return wordsIn(text)
    .filter(
      ({ word }) =>
        terms.has(word) ||
        terms.has(stemOf(word)) ||
        beginnings.some((beginning) => word.startsWith(beginning)) ||
        inside.some((term) => word.startsWith(term) || word.endsWith(term)),
    )
    .map(({ start, end }) => ({ start, end }));
}
