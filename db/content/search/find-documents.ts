import { type AskedWord, allOf, anyOf } from '../../../core/domain/search/asked.ts';
import type { Marked } from '../../../core/domain/search/marks.ts';
import { rowsOfLanguage } from '../../../core/domain/search/place.ts';
import { type FoundRows, scoreDocuments } from '../../../core/domain/search/score.ts';
import { HOME_LANGUAGE, type Language } from '../../../core/domain/words.ts';
import { readQuestion } from './read-question.ts';
import type { IndexLanguage, SearchStore } from './search-store.ts';

/** A document that was found: how well it answers, and in which language. */
export type FoundDocument = {
  readonly document: number;
  readonly score: number;
  readonly language: IndexLanguage;
};

/** What was found, the best first, and what to mark in it by language. */
export type Found = {
  readonly documents: readonly FoundDocument[];
  readonly marks: ReadonlyMap<Language, Marked>;
};

/** So many rows of each way are looked at. They come best first, so what is left out is worse than all of them. */
const MOST_ROWS = 80;
/** To look for one row takes a while where lists are of middling length, as those of titles are. */
const FEW_ROWS = { titles: 2, bodies: 8 };
/**
 * With fewer documents that have every word in their title or summary, the bodies are asked too. With none of those
 * and fewer than the second number with every word anywhere, words that are known may be slips of the finger as well.
 */
const ENOUGH = 10;
const TOO_FEW = 3;
/** Of texts that have all words it is not known in which way they have each: not always in the surest. */
const UNKNOWN_WAY = 0.8;
/** What was found in another language than the visitor's comes after what was found in it. */
const OTHER_LANGUAGE = 0.75;

/**
 * Finds what answers a question: in the language of the visitor first and in Dutch as well, and when that gives nothing
 * in all languages there are.
 */
export function findDocuments(store: SearchStore, text: string, wanted: Language): Found {
  const numbers = store.languages();
  const all = [...numbers].map(([code, number]): IndexLanguage => ({ code, number }));
  const first = all.filter(({ code }) => code === wanted || code === HOME_LANGUAGE);
  const found = findIn(store, text, first, wanted);
  return found.documents.length > 0 ? found : findIn(store, text, all, wanted);
}

function findIn(
  store: SearchStore,
  text: string,
  languages: readonly IndexLanguage[],
  wanted: Language,
): Found {
  const best = new Map<number, FoundDocument>();
  const marks = new Map<Language, Marked>();
  for (const language of languages) {
    const found = findInOne(store, text, language);
    marks.set(language.code, found.marks);
    const worth = language.code === wanted ? 1 : OTHER_LANGUAGE;
    for (const [document, { score }] of found.scored)
      if (score * worth > (best.get(document)?.score ?? 0))
        best.set(document, { document, score: score * worth, language });
  }
  const documents = [...best.values()].sort(
    (one, other) => other.score - one.score || one.document - other.document,
  );
  return { documents, marks };
}

function findInOne(store: SearchStore, text: string, language: IndexLanguage) {
  const rowsOf = asking(store, language);
  const strict = search(store, text, language, rowsOf, false);
  return strict.isSure ? strict : search(store, text, language, rowsOf, true);
}

type Table = 'titles' | 'bodies';
type RowsOf = (table: Table, query: string, only?: number) => readonly number[];

/** Asks the index for the best rows of a language, or for one row. What was asked before is not asked again. */
function asking(store: SearchStore, language: IndexLanguage): RowsOf {
  const [first, last] = rowsOfLanguage(language.number);
  const answers = new Map<string, readonly number[]>();
  return (table, query, only) => {
    const key = `${table} ${only ?? ''} ${query}`;
    const [from, to] = [BigInt(only ?? first), BigInt(only ?? last)];
    const rows = answers.get(key) ?? store[table].all(query, from, to, MOST_ROWS);
    answers.set(key, rows);
    return rows;
  };
}

function search(
  store: SearchStore,
  text: string,
  language: IndexLanguage,
  rowsOf: RowsOf,
  generous: boolean,
) {
  const { words, marks } = readQuestion(store, text, language, { generous });
  const ask = (table: Table, waysIn: (word: AskedWord) => AskedWord['ways']): FoundRows[] => {
    const each = words.flatMap((asked, word) =>
      byWeight(waysIn(asked)).map(([weight, query]) => ({ word, weight, rows: rowsOf(table, query) })),
    );
    return [...each, ...together(words.map(waysIn), table, rowsOf)];
  };
  const inTitles = ask('titles', ({ ways }) => ways);
  const byTitle = scoreDocuments(words, inTitles);
  const inTitle = countComplete(byTitle);
  const scored =
    inTitle >= ENOUGH ? byTitle : scoreDocuments(words, [...inTitles, ...ask('bodies', inBodies)]);
  return { scored, marks, isSure: inTitle > 0 || countComplete(scored) >= TOO_FEW };
}

function inBodies({ ways }: AskedWord): AskedWord['ways'] {
  return ways.flatMap(({ query, weight, inBodies = query }) =>
    inBodies === false ? [] : [{ query: inBodies, weight }],
  );
}

/** Ways that are as sure as each other are asked in one go. */
function byWeight(ways: AskedWord['ways']): [number, string][] {
  const queries = new Map<number, string[]>();
  for (const { weight, query } of ways) queries.set(weight, [...(queries.get(weight) ?? []), query]);
  return [...queries].map(([weight, each]) => [weight, anyOf(each)]);
}

/**
 * Texts that have all words may lie behind the first rows of each word, so they are asked for themselves. In which way
 * a word was found is not known then; what is found in the surest way is found by itself too, and ways that are far
 * less sure are left out.
 */
function together(ways: readonly AskedWord['ways'][], table: Table, rowsOf: RowsOf): FoundRows[] {
  const asked = ways.flatMap((all, word) => {
    const surest = Math.max(...all.map(({ weight }) => weight));
    return all.length === 0 ? [] : [{ word, surest, each: all.filter(({ weight }) => weight > surest / 2) }];
  });
  if (asked.length < 2) return [];
  const queries = asked.map(({ each }) => anyOf(each.map(({ query }) => query)));
  const all = asked.map(({ each }) => byWeight(each).map(([, query]) => rowsOf(table, query)));
  const few = all
    .map((lists, at) => ({
      at,
      rows: lists.flat(),
      isWhole: lists.every(({ length }) => length < MOST_ROWS),
    }))
    .filter(({ rows, isWhole }) => isWhole && rows.length <= FEW_ROWS[table])
    .sort((one, other) => one.rows.length - other.rows.length)[0];
  // With a rare word among them it is quicker to look at its few texts than to go through all texts of the others.
  const rows =
    few === undefined
      ? rowsOf(table, allOf(queries))
      : [...new Set(few.rows)].filter((row) =>
          queries.every((query, at) => at === few.at || rowsOf(table, query, row).length > 0),
        );
  return asked.map(({ word, surest }) => ({ word, weight: surest * UNKNOWN_WAY, rows }));
}

function countComplete(scored: ReadonlyMap<number, { readonly hasAll: boolean }>): number {
  return [...scored.values()].filter(({ hasAll }) => hasAll).length;
}
