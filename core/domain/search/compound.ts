import type { Language } from '../words.ts';

/** What stands between the parts of a compound: "verzekering-s-bedrijf", "pan-nen-koek", "kind-er-opvang". */
const LINKS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['', 's', 'en', 'n', 'e', 'er'],
  de: ['', 's', 'es', 'n', 'en', 'e', 'er'],
};
const NO_LINK = [''];

const SHORTEST_PART = 4;
/** A shorter first part counts where much follows: "gas-rekening". What only opens words is none: "uit-kering". */
const SHORTEST_FIRST = 3;
const LONG_REST = 6;
const OPENERS = new Set('aan bij con dis het her in mis non ont oor pre pro toe tot uit van ver'.split(' '));
const MOST_PARTS = 4;
/** Nobody types longer words; what is longer is not taken apart, so that no input takes long. */
const LONGEST = 60;

/**
 * The parts of a compound, or of words that were written together; undefined when it is not made of known words.
 * `isWord` says which words there are. Of several ways the one with the fewest parts, then with the longest first part.
 */
export function partsOf(
  word: string,
  language: Language,
  isWord: (part: string) => boolean,
): string[] | undefined {
  if (word.length < SHORTEST_FIRST + LONG_REST || word.length > LONGEST) {
    if (word.length < 2 * SHORTEST_PART || word.length > LONGEST) return undefined;
  }
  const links = (Object.hasOwn(LINKS, language) ? LINKS[language] : undefined) ?? NO_LINK;
  const known = new Map<string, string[] | undefined>();
  const split = (rest: string, most: number, isFirst: boolean): string[] | undefined => {
    const key = `${isFirst}${most}${rest}`;
    if (known.has(key)) return known.get(key);
    let best: string[] | undefined =
      !isFirst && rest.length >= SHORTEST_PART && isWord(rest) ? [rest] : undefined;
    for (let end = rest.length - SHORTEST_PART; best === undefined || best.length > 2; end--) {
      if (end < (isFirst ? SHORTEST_FIRST : SHORTEST_PART) || most < 2) break;
      const part = rest.slice(0, end);
      if (end < SHORTEST_PART && (rest.length - end < LONG_REST || OPENERS.has(part))) continue;
      if (!isWord(part)) continue;
      for (const link of links) {
        if (!rest.startsWith(link, end)) continue;
        const tail = split(rest.slice(end + link.length), most - 1, false);
        if (tail !== undefined && (best === undefined || tail.length + 1 < best.length))
          best = [part, ...tail];
      }
    }
    known.set(key, best);
    return best;
  };
  return split(word, MOST_PARTS, true);
}

/** So many letters of a compound must be a known word to say something of it when the rest is none. */
const TELLING_END = 5;
const LEAST_REST = 3;

/**
 * The longest known words that a word begins and ends with, where it is not made of known words as a whole:
 * "brief" of "navorderingsbrief" when nobody writes "navordering".
 */
export function endsOf(word: string, isWord: (part: string) => boolean): string[] {
  if (word.length > LONGEST) return [];
  const lengths = Array.from(
    { length: Math.max(0, word.length - LEAST_REST - TELLING_END + 1) },
    (_, shorter) => word.length - LEAST_REST - shorter,
  );
  const head = lengths.find((length) => isWord(word.slice(0, length)));
  const tail = lengths.find((length) => isWord(word.slice(-length)));
  return [
    ...(head === undefined ? [] : [word.slice(0, head)]),
    ...(tail === undefined ? [] : [word.slice(-tail)]),
  ];
}
