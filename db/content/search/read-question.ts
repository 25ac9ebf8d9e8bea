import {
  type AskedWord,
  allOf,
  anyOf,
  tellingOf,
  termQuery,
  type Way,
} from '../../../core/domain/search/asked.ts';
import { endsOf, partsOf } from '../../../core/domain/search/compound.ts';
import type { Marked } from '../../../core/domain/search/marks.ts';
import { findSynonyms } from './find-synonyms.ts';
import { nearBeginnings } from './near-beginnings.ts';
import type { IndexLanguage, SearchStore } from './search-store.ts';
import { stemOf } from './stem-of.ts';
import { type TypedWord, typedWords } from './typed-words.ts';

/** How sure each way is. What is written as it was asked comes first; two words that make a third say more than one does. */
const SURE = {
  same: 1,
  joined: 1.2,
  allParts: 0.9,
  beginning: 0.85,
  slip: 0.7,
  twoSlips: 0.5,
  slipInBeginning: 0.6,
  /** So much of that, where the word is one that somebody writes. */
  knownSlip: 0.6,
  synonym: 0.8,
  /** What is said with a small word says more than the other word alone: "geen werk" is not about work. */
  phrase: 1.1,
  part: 0.5,
};
const MOST_CORRECTIONS = 6;
/** The indexes know beginnings of so many letters. */
const BEGINNINGS = { inTitles: { from: 1, to: 7 }, inBodies: { from: 3, to: 4 } };
const MOST_COMPLETIONS = { inTitles: 40, inBodies: 12 };
/** Of each beginning that may have been meant. */
const MOST_OF_SLIP = 4;
/** Of a longer word two slips are forgiven. */
const LONG_WORD = 8;

/** What a question asks in one language, and the words by which an answer can be marked. */
export type ReadQuestion = { readonly words: readonly AskedWord[]; readonly marks: Marked };

/** How freely a question is read: with `generous`, words that are known may be slips too. */
export type Reading = { readonly generous: boolean };

/**
 * Reads a question in one language: every word with the ways in which it may be found. Words that say nothing are left
 * out, unless there is nothing else. A word that nobody writes is taken for a slip of the finger.
 */
export function readQuestion(
  store: SearchStore,
  text: string,
  language: IndexLanguage,
  { generous }: Reading,
): ReadQuestion {
  const typed = typedWords(text, language, store);
  const marks = { terms: new Set<string>(), beginnings: [] as string[] };
  const ways = typed.map((each, at): Way[] =>
    each.isAsked ? waysOf(store, typed, at, language, generous, marks) : [],
  );
  const extra: Way[][] = [];
  for (const { covered, finds, isGuess } of findSynonyms(store, typed, language)) {
    // What is marked is what was asked for. Half a word asks for nothing yet.
    if (!isGuess) for (const phrase of finds) for (const term of phrase) marks.terms.add(term);
    const asked = covered.filter((at) => typed[at]?.isAsked);
    const way = {
      query: anyOf(finds.map((phrase) => allOf(phrase.map((term) => termQuery(term))))),
      weight: 0 < asked.length && asked.length < covered.length ? SURE.phrase : SURE.synonym,
    };
    if (asked.length === 0) extra.push([way]);
    else for (const at of asked) ways[at]?.push(way);
  }
  const words = typed.flatMap(({ word, isAsked }, at): AskedWord[] => {
    const its = ways[at] as Way[];
    if (!isAsked || its.length === 0) return [];
    return [{ ways: its, tells: tellingOf(store.textsWith(language.number, word)) }];
  });
  return { words: [...words, ...extra.map((ways) => ({ ways, tells: 0.5 }))], marks };
}

function waysOf(
  store: SearchStore,
  typed: readonly TypedWord[],
  at: number,
  { code, number }: IndexLanguage,
  generous: boolean,
  marks: { terms: Set<string>; beginnings: string[] },
): Way[] {
  const { word, stem, open } = typed[at] as TypedWord;
  const isWord = (each: string) => store.textsWith(number, each) > 0;
  const found = (term: string) => {
    marks.terms.add(term);
    return termQuery(term);
  };
  const exactly = (each: string) => anyOf([found(each), found(stemOf(each, code))]);
  const ways: Way[] = [{ query: anyOf([found(word), found(stem)]), weight: SURE.same }];
  const isBeginning = open && store.begins(number, word);
  if (isBeginning) {
    ways.push(beginningWith(store, number, word));
    marks.beginnings.push(word);
  }
  for (const [first, second] of [
    [typed[at - 1], typed[at]],
    [typed[at], typed[at + 1]],
  ]) {
    if (first === undefined || second === undefined) continue;
    const joined = first.word + second.word;
    if (isWord(joined)) ways.push({ query: exactly(joined), weight: SURE.joined });
    else if (second.open && second.word.length > 1 && store.begins(number, joined)) {
      ways.push(beginningWith(store, number, joined));
      marks.beginnings.push(joined);
    }
  }
  const known = isWord(word) || isBeginning || ways.length > 1;
  const parts = partsOf(word, code, isWord) ?? [];
  if (parts.length > 0) {
    if (!isWord(word)) ways.push({ query: allOf(parts.map(exactly)), weight: SURE.allParts });
    for (const part of parts)
      ways.push({ query: exactly(part), weight: (SURE.part * part.length) / word.length });
  }
  if ((!known && parts.length === 0) || (generous && word.length > 3)) {
    const near = store.corrections(number, word, word.length >= LONG_WORD ? 2 : 1).slice(0, MOST_CORRECTIONS);
    const sure = known ? SURE.knownSlip : 1;
    for (const { word: meant, slips } of near)
      ways.push({ query: exactly(meant), weight: sure * (slips === 1 ? SURE.slip : SURE.twoSlips) });
    const begun = open && !known ? nearBeginnings(store, number, word) : [];
    if (begun.length > 0) {
      marks.beginnings.push(...begun);
      const words = begun.flatMap((beginning) => store.completions(number, beginning, MOST_OF_SLIP));
      const query = anyOf(words.slice(0, MOST_COMPLETIONS.inBodies).map((each) => termQuery(each)));
      ways.push({ query, weight: SURE.slipInBeginning });
    } else if (near.length === 0 && !known)
      for (const end of endsOf(word, isWord))
        ways.push({ query: exactly(end), weight: (SURE.part * end.length) / word.length });
  }
  return ways;
}

/**
 * The words that begin like this. The indexes know beginnings, of whole texts only some, because they would be as large
 * as the texts are. A longer beginning is looked up among the words first, and the most usual of those are asked for.
 */
function beginningWith(store: SearchStore, language: number, letters: string): Way {
  const way = { query: termQuery(letters, true), weight: SURE.beginning };
  if (letters.length < BEGINNINGS.inBodies.from) return { ...way, inBodies: false };
  if (letters.length <= BEGINNINGS.inBodies.to) return way;
  const words = store
    .completions(language, letters, MOST_COMPLETIONS.inTitles)
    .map((word) => termQuery(word));
  if (words.length === 0) return { ...way, inBodies: false };
  const inBodies = anyOf(words.slice(0, MOST_COMPLETIONS.inBodies));
  return letters.length <= BEGINNINGS.inTitles.to
    ? { ...way, inBodies }
    : { ...way, query: anyOf(words), inBodies };
}
