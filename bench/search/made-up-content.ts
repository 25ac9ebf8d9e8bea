import { isStopWord } from '../../core/domain/search/stop-words.ts';
import { wordsIn } from '../../core/domain/search/words-in.ts';
import type { SearchDocument, SearchText } from '../../core/domain/search-document.ts';
import { TOPICS } from '../topics.ts';
import type { Chance } from './chance.ts';

const NAMES = 8000;
const COMPOUNDS = 12_000;
/** What a service is called, before its own name. */
const PLACES = [
  'Buurthuis',
  'Spreekuur',
  'Inloop',
  'Steunpunt',
  'Wijkteam',
  'Taalhuis',
  'Repaircafé',
  'Eetcafé',
  'Loket',
  'Vereniging',
] as const;
const SYLLABLES =
  'be ba de da el er ge ha ho in ka la le lo ma me na ne no om pa ra re ro sa se ta te ti va ve wa wi ze zo'.split(
    ' ',
  );
const ENDS = 'burg dam dijk dorp hof horst kade laan mond oord rade stad veen weide werf zicht'.split(' ');

/** So many of the words that say something are in the real texts too; the others are seldom. */
const REAL_PART = 0.6;
const OFFSET = 50;

/**
 * Dutch words, the stuff of made-up texts. `small` hold sentences together and `about` say what they are about, both as
 * often as in real texts; `seldom` are those that a large library has besides, from the more usual to the rarest.
 */
export type Stock = {
  readonly small: readonly string[];
  readonly about: readonly string[];
  readonly seldom: readonly string[];
};

/** Words from real texts, with compounds of them and made-up place names, as many as thousands of texts hold. */
export function stockOf(texts: readonly SearchText[], chance: Chance): Stock {
  const words = texts.flatMap(({ title, summary, body }) =>
    wordsIn(`${title} ${summary} ${body}`).map(({ word }) => word),
  );
  const small = words.filter((word) => isStopWord(word, 'nl'));
  const about = words.filter((word) => !isStopWord(word, 'nl'));
  const halves = about.filter((word) => /^[a-z]{4,9}$/.test(word));
  const compounds = Array.from({ length: COMPOUNDS }, () => {
    const link = chance.one(['', '', '', 's']);
    return chance.one(halves) + link + chance.one(halves);
  });
  const names = Array.from({ length: NAMES }, () => nameOf(chance));
  return { small, about, seldom: chance.shuffled([...new Set([...compounds, ...names])]) };
}

/** Made-up Dutch articles and services, one after another, the same for the same chance. */
export function* madeUpContent(
  { small, about, seldom }: Stock,
  counts: { readonly articles: number; readonly services: number },
  chance: Chance,
): Generator<SearchDocument> {
  // Zipf's law as Mandelbrot corrected it: the first few are not that much more usual than the next.
  const rare = () => {
    const part = chance.number();
    const rank = (seldom.length + OFFSET) ** part * OFFSET ** (1 - part) - OFFSET;
    return seldom[Math.floor(rank)] ?? (seldom[0] as string);
  };
  const word = () => (chance.number() < REAL_PART ? chance.one(about) : rare());
  const phrase = (length: number) => Array.from({ length }, word);
  const sentence = (theme: readonly string[]) => {
    const length = 6 + chance.below(9);
    return Array.from({ length }, (_, at) =>
      at % 2 === 0 ? chance.one(small) : chance.number() < 0.35 ? chance.one(theme) : word(),
    ).join(' ');
  };
  const titles = new Set<string>();
  const text = (title: string, sentences: number): SearchText => {
    const theme = [...wordsIn(title).map(({ word }) => word), ...phrase(3)];
    const body = Array.from({ length: sentences }, () => sentence(theme)).join('. ');
    return { title, summary: sentence(theme), body };
  };
  const fresh = (make: () => string) => {
    let title = make();
    while (titles.has(title)) title = make();
    titles.add(title);
    return title;
  };
  for (let article = 0; article < counts.articles; article++) {
    const title = fresh(() => {
      const [first = '', ...more] = phrase(2 + chance.below(3));
      return [first, chance.one(small), ...more].join(' ');
    });
    yield document('article', article, text(title, 6 + chance.below(10)), chance);
  }
  for (let service = 0; service < counts.services; service++) {
    const title = fresh(() => `${chance.one(PLACES)} ${capital(nameOf(chance))} ${word()}`);
    yield document('service', service, text(title, 2 + chance.below(4)), chance);
  }
}

function document(
  kind: 'article' | 'service',
  number: number,
  nl: SearchText,
  chance: Chance,
): SearchDocument {
  return { kind, id: `${kind}-${number}`, topic: chance.one(TOPICS), picture: 'book', texts: { nl } };
}

function nameOf(chance: Chance): string {
  return (
    chance.one(SYLLABLES) +
    chance.one(SYLLABLES) +
    (chance.number() < 0.5 ? chance.one(SYLLABLES) : '') +
    chance.one(ENDS)
  );
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
