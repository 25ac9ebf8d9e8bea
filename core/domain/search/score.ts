import type { AskedWord } from './asked.ts';
import { type Level, placeOf } from './place.ts';

/** What a word is worth by where it stands. */
const WORTH: Readonly<Record<Level, number>> = { title: 1, summary: 0.6, strong: 0.45, body: 0.25 };

/** A title of ordinary length has so many words that say something. */
const ORDINARY_TITLE = 4;
/** How much the length of a title counts, as BM25's b. */
const LENGTH_COUNTS = 0.35;

/** Rows that hold a word of a question (its number), found in a way of this weight. */
export type FoundRows = { readonly word: number; readonly weight: number; readonly rows: readonly number[] };

/**
 * The documents by how well they answer a question. For every word what counts is its best place: how sure the way is
 * in which it was found, where it stands, how much it tells. A document that has all words comes before one that has
 * some, as far as those tell something.
 */
export function scoreDocuments(
  words: readonly AskedWord[],
  found: readonly FoundRows[],
): Map<number, { readonly score: number; readonly hasAll: boolean }> {
  const best = new Map<number, number[]>();
  for (const { word, weight, rows } of found)
    for (const row of rows) {
      const { document, level, length } = placeOf(row);
      const norm = level === 'title' ? 1 - LENGTH_COUNTS + (LENGTH_COUNTS * length) / ORDINARY_TITLE : 1;
      const worth = (weight * WORTH[level]) / Math.max(norm, 0.7);
      const of = best.get(document) ?? words.map(() => 0);
      best.set(document, of);
      if (worth > (of[word] as number)) of[word] = worth;
    }
  const told = words.reduce((sum, { tells }) => sum + tells, 0);
  const scored = [...best].map(([document, of]): [number, { score: number; hasAll: boolean }] => {
    const sum = of.reduce((total, worth, at) => total + worth * (words[at] as AskedWord).tells, 0);
    const covered = of.reduce(
      (total, worth, at) => total + (worth > 0 ? (words[at] as AskedWord).tells : 0),
      0,
    );
    return [
      document,
      { score: (sum / told) * (0.5 + (0.5 * covered) / told), hasAll: of.every((worth) => worth > 0) },
    ];
  });
  return new Map(scored);
}
