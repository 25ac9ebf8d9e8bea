import { termQuery } from '../../../core/domain/search/asked.ts';
import { rowsOfLanguage } from '../../../core/domain/search/place.ts';
import type { IndexLanguage, SearchStore } from './search-store.ts';
import { stemOf } from './stem-of.ts';
import type { TypedWord } from './typed-words.ts';

/**
 * A rule that holds for a question: which of its words it speaks of, and the phrases of stems to look for. `isGuess`: the
 * word is half typed, and may become another one.
 */
export type FoundSynonym = {
  readonly covered: readonly number[];
  readonly finds: readonly (readonly string[])[];
  readonly isGuess: boolean;
};

/** The beginning of a word says which it will be from so many letters on. */
const TELLING_BEGINNING = 4;

/** The synonym rules that hold for a question: all that is said stands in it, in any order, perhaps with a slip. */
export function findSynonyms(
  store: SearchStore,
  typed: readonly TypedWord[],
  { code, number }: IndexLanguage,
): FoundSynonym[] {
  const said = new Map<string, number>();
  for (const [at, { stem }] of typed.entries()) said.set(stem, at);
  for (const [at, { word, open }] of typed.entries()) {
    if (store.textsWith(number, word) > 0 || (open && store.begins(number, word))) continue;
    for (const near of store.corrections(number, word, 1).slice(0, 2)) {
      const stem = stemOf(near.word, code);
      if (!said.has(stem)) said.set(stem, at);
    }
  }
  const last = typed.at(-1);
  const joined = typed
    .slice(1)
    .map(({ word }, at) => [stemOf((typed[at] as TypedWord).word + word, code), at] as const);
  for (const [stem, at] of joined) if (!said.has(stem)) said.set(stem, at);
  const rules = [...said.keys()].flatMap((stem) => store.synonyms(number, stem, false));
  const found = rules.flatMap(({ said: needed, finds }): FoundSynonym[] => {
    const covered = needed.map((stem) => said.get(stem));
    if (covered.includes(undefined)) return [];
    return [
      { covered: covered as number[], finds: finds.map((phrase) => phrase.split(' ')), isGuess: false },
    ];
  });
  if (found.length > 0 || last === undefined || !last.open || last.word.length < TELLING_BEGINNING)
    return found;
  // Who types "huis" may mean just that, and not "huishouden".
  if (isInAText(store, number, last.word)) return found;
  return store
    .synonyms(number, last.word, true)
    .filter(({ said: needed }) => needed.length === 1)
    .map(({ finds }) => ({
      covered: [typed.length - 1],
      finds: finds.map((phrase) => phrase.split(' ')),
      isGuess: true,
    }));
}

/** Does the word itself stand in a text? Words that only rules say are known too, and lead nowhere by themselves: "terug". */
function isInAText(store: SearchStore, language: number, word: string): boolean {
  if (store.textsWith(language, word) === 0) return false;
  const [first, last] = rowsOfLanguage(language);
  return store.bodies.all(termQuery(word), BigInt(first), BigInt(last), 1).length > 0;
}
