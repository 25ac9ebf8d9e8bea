/// <reference path="./snowball-stemmers.d.ts" />
import snowball from 'snowball-stemmers';
import type { Language } from '../../../core/domain/words.ts';

/** The languages that have a stemmer; words of others are compared whole. */
const ALGORITHMS: Readonly<Record<Language, string>> = {
  ar: 'arabic',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

type Stem = (word: string) => string;

const stemmers = new Map<Language, Stem>();

/** A stem takes as long as a look into the store, and the same words come back with every letter that is typed. */
const MOST_REMEMBERED = 4000;

/** The stem of a folded word: what is left when its endings are gone, the same for "brief" and "brieven". */
export function stemOf(word: string, language: Language): string {
  let stem = stemmers.get(language);
  if (stem === undefined) {
    stem = remembering(stemmerFor(language));
    stemmers.set(language, stem);
  }
  return word.length < 3 ? word : stem(word);
}

function remembering(stem: Stem): Stem {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const fresh = stem(word);
    known.set(word, fresh);
    return fresh;
  };
}

function stemmerFor(language: Language): Stem {
  const algorithm = Object.hasOwn(ALGORITHMS, language) ? ALGORITHMS[language] : undefined;
  if (algorithm === undefined) return (word) => word;
  const stemmer = snowball.newStemmer(algorithm);
  const plain: Stem = (word) => stemmer.stem(word) || word;
  return language === 'nl' ? (word) => sameEnding(plain(word)) : plain;
}

/** In Dutch an ending changes the letter before it ("brieven", "huizen"), and some plurals have two endings ("kinderen"). */
function sameEnding(stem: string): string {
  const two = /^(kind|ei|lied|rund|blad)er$/.exec(stem)?.[1];
  return two ?? stem.replace(/v$/, 'f').replace(/z$/, 's');
}
