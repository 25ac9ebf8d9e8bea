import { difficultWordsIn } from './difficult-words.ts';
import { passiveIn } from './dutch-passive.ts';
import { syllablesIn } from './dutch-syllables.ts';
import { KNOWN_LONG_WORDS } from './dutch-words.ts';
import { sentencesOf } from './sentences.ts';

/** Levels of the European framework (CEFR) that a text asks of its reader. Balie writes for B1 or lower. */
export type Level = 'A2' | 'B1' | 'B2' | 'C1';

/** Why a sentence is harder than B1. */
export type Reason = 'long' | 'very-long' | 'long-words' | 'passive' | 'difficult-word' | 'nested';

/** One sentence that breaks a rule, with advice in Dutch for who wrote it. */
export type SentenceFinding = {
  readonly sentence: string;
  readonly reason: Reason;
  readonly severity: 'error' | 'warning';
  readonly advice: string;
};

/** How hard a text is as a whole: its counts, and the score of Flesch-Douma with its level. */
export type TextLevel = {
  readonly sentences: number;
  readonly words: number;
  readonly score: number;
  readonly level: Level;
};

/** How hard a text is, and what to better in which sentence. */
export type ReadingLevel = TextLevel & { readonly findings: readonly SentenceFinding[] };

const MOST_WORDS = 20;
const MANY_WORDS = 15;
const LONG_SYLLABLES = 4;
const VERY_LONG_LETTERS = 18;
const MOST_CLAUSES = 2;

/** A parameter hole is read as its value: one easy word. */
const HOLE = /\{[^{}\s]*\}/g;
const HOLE_WORD = 'x';

/** Words that open a subclause. */
const CLAUSE_WORDS = new RegExp(
  '(?<!\\p{L})(?:als|omdat|doordat|hoewel|terwijl|zodat|zodra|nadat|voordat|totdat|wanneer|tenzij' +
    '|waar(?:aan|bij|door|in|mee|na|naar|op|over|toe|tussen|uit|van|voor))(?!\\p{L})',
  'giu',
);

/** "Die" and "dat" open a subclause too, unless they point at something: first, or behind such a word. */
const CLAUSE_POINTERS = new RegExp(
  '(?<=[\\p{L},] )(?<!(?<!\\p{L})(?:aan|als|bij|door|en|hij|ik|in|is|je|met|na|naar|of|om|op|over|u|uit|van' +
    '|voor|we|wij|ze|zij) )(?:die|dat)(?!\\p{L})',
  'gu',
);

/**
 * How hard a Dutch running text is to read. An empty line parts sentences, so put one between list items and
 * headings. The rules for B1 are those of plain Dutch (Direct Duidelijk): short, active, everyday words.
 * The level follows from the score alone: a text at A2 can still have findings, and one at C1 none.
 */
export function readingLevel(text: string): ReadingLevel {
  return { ...textLevel(text), findings: hardSentencesIn(text) };
}

/** What to better in which sentence of a Dutch text, without counting how hard it is as a whole. */
export function hardSentencesIn(text: string): SentenceFinding[] {
  return sentencesOf(text).flatMap(findingsIn);
}

/**
 * The level of a whole Dutch text, without looking for what to better in which sentence. It can be trusted from some fifty words on:
 * of the pages that ship none scores below 83, and no stretch of fifty words below 70, while three samples of officialese score -34,
 * 6 and 58. Of stretches of ten words one in seventy is wrong, as a single name of a benefit or a course weighs so much there.
 */
export function textLevel(text: string): TextLevel {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const score = scoreOf(sentences.length, words);
  return { sentences: sentences.length, words: words.length, score, level: levelOf(score) };
}

/** The `most` words that weigh most in the score of a text, each once: no short ones, no names, no long words that all know. */
export function hardestWordsIn(text: string, most: number): string[] {
  const words = sentencesOf(text).flatMap((sentence) => {
    return wordsOf(sentence).filter((word, index) => !isName(word, index));
  });
  return [...new Set(words.map((word) => word.toLowerCase()))]
    .filter((word) => !KNOWN_LONG_WORDS.has(word))
    .map((word) => ({ word, syllables: syllablesIn(word) }))
    .filter(({ syllables }) => syllables >= LONG_SYLLABLES - 1)
    .sort((one, other) => other.syllables - one.syllables || other.word.length - one.word.length)
    .slice(0, most)
    .map(({ word }) => word);
}

/**
 * Flesch-Douma: W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen 1960), the formula of Flesch for
 * Dutch: 206.84 - 0.93 · words per sentence - 77 · syllables per word. From about 0 (hard) to 100 and more
 * (easy), to one decimal. It says little about a text of a few words; a text without words gets 100.
 */
function scoreOf(sentences: number, words: readonly string[]): number {
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const score = 206.84 - 0.93 * (words.length / sentences) - 77 * (syllables / words.length);
  return Math.round(score * 10) / 10;
}

/** The bands of Douma: from 80 easy, from 60 normal, from 45 rather hard. "Normal" as B1 is a convention. */
function levelOf(score: number): Level {
  if (score >= 80) return 'A2';
  if (score >= 60) return 'B1';
  return score >= 45 ? 'B2' : 'C1';
}

function findingsIn(sentence: string): SentenceFinding[] {
  const plain = sentence.replace(HOLE, HOLE_WORD);
  const difficult = difficultWordsIn(sentence);
  const named = new Set(difficult.map((word) => word.found));
  const found = [
    tooLong(plain),
    ...difficult.map(({ found, easier }) => {
      return finding('difficult-word', `"${found}" is een moeilijk woord: schrijf liever "${easier}".`);
    }),
    passive(plain),
    longWords(plain, named),
    nested(plain),
  ];
  return found.flatMap((one) => (one === undefined ? [] : { sentence, ...one }));
}

type Finding = Omit<SentenceFinding, 'sentence'>;

function finding(reason: Reason, advice: string): Finding {
  const severity = reason === 'very-long' || reason === 'difficult-word' ? 'error' : 'warning';
  return { reason, severity, advice };
}

function tooLong(sentence: string): Finding | undefined {
  const { length } = wordsOf(sentence);
  if (length > MOST_WORDS) {
    return finding(
      'very-long',
      `De zin heeft ${length} woorden, meer dan ${MOST_WORDS}. Maak er meer zinnen van.`,
    );
  }
  return length > MANY_WORDS
    ? finding('long', `De zin heeft ${length} woorden. Liever niet meer dan ${MANY_WORDS}.`)
    : undefined;
}

function passive(sentence: string): Finding | undefined {
  const found = passiveIn(sentence);
  return found === undefined
    ? undefined
    : finding('passive', `"${found}" zegt niet wie het doet. Begin met wie het doet, zoals "wij" of "u".`);
}

/** Long words that few people know, except those that were `named` already as difficult. */
function longWords(sentence: string, named: ReadonlySet<string>): Finding | undefined {
  const unknown = wordsOf(sentence).filter((word, index) => {
    return (
      !isName(word, index) && !KNOWN_LONG_WORDS.has(word.toLowerCase()) && !named.has(word.toLowerCase())
    );
  });
  const long = unknown.filter((word) => word.split('-').some((part) => syllablesIn(part) >= LONG_SYLLABLES));
  const veryLong = unknown.filter((word) => word.split('-').some((part) => part.length > VERY_LONG_LETTERS));
  const found = long.length > 1 ? long : veryLong;
  return found.length === 0
    ? undefined
    : finding('long-words', `Lange woorden: ${found.join(', ')}. Kies kortere woorden, of leg ze uit.`);
}

function nested(sentence: string): Finding | undefined {
  const clauses = [...sentence.matchAll(CLAUSE_WORDS), ...sentence.matchAll(CLAUSE_POINTERS)].length;
  const parts = sentence.split(',');
  // The commas of a list ("uw pas, uw brief en uw huurcontract") part words; those of subclauses, stretches.
  const stretches = parts.filter((part) => wordsOf(part).length > MOST_CLAUSES + 1).length;
  return clauses > MOST_CLAUSES || stretches > MOST_CLAUSES + 1
    ? finding('nested', 'De zin heeft veel bijzinnen. Maak er losse zinnen van.')
    : undefined;
}

/** The words of a text without the signs around them; a number is a word too. */
function wordsOf(text: string): string[] {
  return text.replace(HOLE, HOLE_WORD).match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’./@-]*[\p{L}\p{N}])?/gu) ?? [];
}

/** Names of laws, people and organisations: a capital inside the sentence or the word; and addresses. */
function isName(word: string, index: number): boolean {
  return (index > 0 && /^\p{Lu}/u.test(word)) || /.\p{Lu}/u.test(word) || /\.\p{L}/u.test(word);
}
