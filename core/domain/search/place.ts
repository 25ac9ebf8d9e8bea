/** How near to the title of a text a word stands; each holds all that the ones before it hold. */
export const LEVELS = ['title', 'summary', 'strong', 'body'] as const;
export type Level = (typeof LEVELS)[number];

/** A row of the index: which document, in which language, what of it, and how long that is. */
export type Place = {
  /** 1 to 255. */
  readonly language: number;
  readonly level: Level;
  /** In words; more than 255 counts as 255. */
  readonly length: number;
  /** Below 16,777,216. */
  readonly document: number;
};

const DOCUMENTS = 2 ** 24;
const LENGTHS = 256;
const ONE_LANGUAGE = LEVELS.length * LENGTHS * DOCUMENTS;

/**
 * The number of a row: the better the place, the lower. An index that gives its rows in the order of their numbers
 * gives the best first, so that whoever stops early has the best: in the title before the rest, and in a short title
 * before a long one (the order that BM25 gives for one word).
 */
export function rowOf({ language, level, length, document }: Place): number {
  const size = Math.min(length, LENGTHS - 1);
  return ((language * LEVELS.length + LEVELS.indexOf(level)) * LENGTHS + size) * DOCUMENTS + document;
}

/** What a row number says. */
export function placeOf(row: number): Place {
  const document = row % DOCUMENTS;
  const above = Math.floor(row / DOCUMENTS);
  const length = above % LENGTHS;
  const place = Math.floor(above / LENGTHS);
  const level = LEVELS[place % LEVELS.length] as Level;
  return { language: Math.floor(place / LEVELS.length), level, length, document };
}

/** The first and the last row number of a language. */
export function rowsOfLanguage(language: number): readonly [number, number] {
  return [language * ONE_LANGUAGE, (language + 1) * ONE_LANGUAGE - 1];
}
