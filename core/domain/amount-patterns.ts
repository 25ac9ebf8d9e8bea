import { behind } from './amount-bounds.ts';
import { type BareAmounts, DUTCH_BARE, ENGLISH_BARE } from './bare-amounts.ts';
import { BARE_MONEY } from './bare-money.ts';
import {
  DUTCH_MONTH,
  DUTCH_ONE,
  DUTCH_PART,
  DUTCH_WORD,
  ENGLISH_MONTH,
  ENGLISH_WORD,
} from './number-words.ts';
import type { Language } from './words.ts';

/** What an amount in running text is; it decides where it should stand instead. */
export type AmountKind = 'money' | 'percent' | 'date' | 'term' | 'age' | 'phone';

/** How one kind of amount is written. An earlier pattern takes its text away from the later ones. */
export type AmountPattern = { readonly kind: AmountKind; readonly pattern: RegExp };

const FIGURE = String.raw`\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d+)?`;
/** Hyphens and dashes, with those that no line breaks at: what is copied from a page or a letter has all of them. */
const HYPHENS = '-‐‑‒–—';
const DASH = String.raw`\s?[${HYPHENS}]\s?`;

/** What stands for no cents. */
const NO_CENTS = `,[${HYPHENS}]`;

/** A part of a month passes as a day does. "Begin Jan" is more often a person. */
const DUTCH_PART_OF_MONTH = String.raw`(?:begin|half|medio|eind)\s(?:${DUTCH_MONTH})(?<!jan)`;
const ENGLISH_PART_OF_MONTH = String.raw`(?:(?:[Ss]tart|[Bb]eginning|[Mm]iddle|[Ee]nd)\sof\s|(?:[Ee]arly|[Mm]id|[Ll]ate)[-\s])(?:${ENGLISH_MONTH})`;

/**
 * What every amount has: a figure, the beginning of a number in words, or a part of a month. Most texts have none of these, and this
 * one pattern costs next to nothing beside all of those below.
 */
const ANY_NUMBER: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    String.raw`\d|(?<![a-z])(?:eenen|${DUTCH_PART}|eerste|hal[fv]|anderhal[fv]|${DUTCH_ONE}|binnen\s[eé]{2}n|${DUTCH_PART_OF_MONTH})`,
    'iu',
  ),
  en: new RegExp(
    String.raw`\d|(?<![a-z])(?:${ENGLISH_WORD}|half|(?:within|after)\s(?:one|an?)\s|${ENGLISH_PART_OF_MONTH})`,
    'iu',
  ),
};
const ANY_FIGURE = /\d/;

/** False of a text in which no pattern for its language finds anything. */
export function mayHoldAmount(text: string, language: Language): boolean {
  return (ANY_NUMBER[language] ?? ANY_FIGURE).test(text);
}

/** Figures alone: these hold in every language. */
const SIGN_FIRST = String.raw`(?:€|EUR|£|\$)\s?(?:${FIGURE})(?:${NO_CENTS})?`;
/**
 * "Euro 500": looked for behind "500 euro", which may have another figure behind it, as "een paar euro" has. One figure alone is left to the
 * author: Euro 4 is a sort of car.
 */
const EURO_FIRST = String.raw`(?<!(?:een|één|paar|a|few|\u0001)\s)euro\s(?=\d{2}|\d[.,]\d)(?:${FIGURE})(?:${NO_CENTS})?`;
/** "250,-" is money without any sign. */
const DASH_LAST = `(?:${FIGURE})${NO_CENTS}`;
const MONEY = [SIGN_FIRST, String.raw`(?:${FIGURE})(?:${NO_CENTS})?\s?(?:€|EUR)`, DASH_LAST];
const PERCENT = [String.raw`(?:${FIGURE})\s?[%٪]`];
const DATE = [String.raw`\d{4}-\d{2}-\d{2}`, String.raw`\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})`];
/** What people write between two groups of a telephone number, and once behind its area code. */
const GAP = String.raw`(?:[${HYPHENS}\s]{0,3}|\.)`;
const HYPHEN = String.raw`[${HYPHENS}\s]?`;
const SLASH = String.raw`\s?\/\s?`;
/** "09.00 - 12.30 / 13.30" are opening times: two times of day, or the minutes of the first and what follows. */
const NO_TIMES = String.raw`(?<!\d[.:])(?!\d{2}\.[0-5]\d[^.\d]{1,3}\d{1,2}[.:][0-5]\d(?![.\d]))`;
/** Behind these words a number that begins with 0 is one to call, also when a figure too few or too many was typed. */
const CALLING =
  '(?:bel|belt|bellen|tel|telefoon|telefoonnummer|nummer|call|phone|dial)[.:]?\\s' +
  '(?:(?:u|nu|dan|ons|gratis|naar|met|op|het|nummer|us|on|at|the|number|free)\\s){0,4}';
const PHONE = [
  String.raw`(?:0800|090[069])(?:${GAP}|${SLASH})\d{4}(?:\d{3})?`,
  String.raw`116${HYPHEN}\d{3}`,
  String.raw`(?:\+31${GAP}(?:\(0\)${GAP})?|${NO_TIMES}0(?=[1-9]))\d(?:${GAP}\d){8}`,
  String.raw`(?:06${SLASH}\d${GAP}\d${GAP}|0[1-9]\d${SLASH}\d${GAP}|0[1-9]\d{2}${SLASH})\d(?:${GAP}\d){5}`,
  // With the area code in brackets: ten figures in all.
  String.raw`\((?:06\)${GAP}\d|0[1-9]\d\)|0[1-9]\d{2}\)(?=(?:${GAP}\d){6}(?!${GAP}\d)))(?:${GAP}\d){6,7}`,
  String.raw`(?:0800|090[069])(?:${GAP}|${SLASH})\d(?:${GAP}\d){2,8}`,
  String.raw`(?=0)(?<=(?<!\p{L})${CALLING})${NO_TIMES}0(?:${GAP}\d){5,12}`,
  String.raw`14${HYPHEN}0\d{2,3}`,
  String.raw`(?<=(?:bel|belt|bellen|telefoon|nummer|call|phone|dial)\s(?:naar\s|met\s)?)1[148]\d{2}`,
];
/** The law "Wmo 2015" keeps its name; four figures before two capitals are a postcode. */
const YEAR = [
  String.raw`(?<!Wmo\s)(?<![.,])(?:19|20)\d{2}(?:${DASH}(?:19|20)\d{2})?(?![.,]?\d|\s?[A-Z]{2}(?!\p{L}))`,
];

const EVERYWHERE: readonly AmountPattern[] = [
  ...asIs('money', MONEY),
  ...asIs('percent', PERCENT),
  ...asIs('date', DATE),
  ...anyCase('phone', PHONE),
  ...asIs('date', YEAR),
  ...anyCase('money', BARE_MONEY),
];

/** Nobody is older: what is more is a limit of something else. */
const YEARS = String.raw`(?:\d{2}|1[01]\d|120)`;

const IN_LANGUAGE: Readonly<Record<Language, readonly AmountPattern[]>> = { nl: dutch(), en: english() };

/** The patterns to look for in a text of this language, in the order in which they go. */
export function amountPatterns(language: Language): readonly AmountPattern[] {
  return IN_LANGUAGE[language] ?? EVERYWHERE;
}

function dutch(): AmountPattern[] {
  const one = String.raw`(?:(?:${FIGURE})(?:\s(?:duizend|miljoen|miljard))?|${DUTCH_WORD}|${DUTCH_ONE})`;
  const range = String.raw`(?:${one}(?:\s(?:tot|tot en met|t/m|of|en|à)\s|${DASH}))?${one}`;
  const whole = `(?:${YEARS}|${DUTCH_WORD})`;
  const end = String.raw`(?=\s*(?:[.,;:!?)]|$)|\s(?:of|en|bent|is|wordt|geworden)(?!\p{L}))`;
  const years = String.raw`(?:\sjaar)?`;
  const span =
    'jaar|jaren|halfjaar|maand|maanden|week|weken|dag|dagen|werkdag|werkdagen|uur|uren|etmaal|kwartalen';
  const clock = String.raw`\d{1,2}(?:[.:]\d{2})?`;
  const adjective = String.raw`(?:(?:hele|volle|gewerkte|extra|volledige|lange|losse|vrije)\s)?`;
  return [
    ...anyCase('money', [
      SIGN_FIRST,
      String.raw`${range}(?:${NO_CENTS})?\s?(?:€|EUR|euro(?:['’]s)?|cent)`,
      EURO_FIRST,
      DASH_LAST,
    ]),
    ...anyCase('percent', [String.raw`${range}\s?(?:%|procent)`]),
    ...anyCase('date', [
      ...DATE,
      String.raw`(?:\d{1,2}(?:e|de|ste)?|eerste|${DUTCH_WORD})\s(?:${DUTCH_MONTH})(?:\s\d{4})?`,
      String.raw`(?:${DUTCH_MONTH})\s\d{4}`,
      DUTCH_PART_OF_MONTH,
    ]),
    ...anyCase('phone', PHONE),
    ...anyCase('age', [
      String.raw`${range}\s?(?:jaar|jaren)\s(?:oud|(?:of|en)\s(?:ouder|jonger))`,
      String.raw`${range}[-\s]?jarig\p{L}*`,
      behind(String.raw`(?:ouder|jonger)\sdan|leeftijd\svan`, `${one}${years}`),
      behind(
        String.raw`(?:kind|kinderen|jongeren|mensen|iedereen)\s(?:tot|vanaf|van|onder|boven)`,
        `${one}${years}${end}`,
      ),
      behind(
        String.raw`(?:onder|boven|beneden)\sde` +
          String.raw`|(?:wordt|bent|word|ben)\s(?:u|je|jij|ik)(?:\s(?:al|nu|bijna))?` +
          String.raw`|(?:u|je|jij|ik|hij|zij|kind)\s(?:wordt|bent|is|word)(?:\s(?:al|nu|bijna))?`,
        `${whole}${years}${end}`,
      ),
      String.raw`\d{1,3}(?:e|de|ste)\s(?:verjaardag|levensjaar)`,
      String.raw`${one}[-\s]?plus(?:sers?)?`,
      String.raw`\d{2}\+(?:['’]?ers?)?`,
    ]),
    ...anyCase('term', [
      String.raw`(?:(?:van|tussen)\s)?${clock}(?:\suur)?(?:\s(?:tot|en|t/m)\s|${DASH})${clock}\suur`,
      String.raw`\d{1,2}(?:[.:]\d{2}\suur|:\d{2})`,
      String.raw`${range}[-\s]?${adjective}(?:${span})`,
      String.raw`(?:half|halve|anderhalf|anderhalve)\s(?:${span})`,
      String.raw`\d+[-\s]?(?:uurs|urig|daags|weeks|maands)\p{L}*`,
    ]),
    ...asIs('date', YEAR),
    ...bare(DUTCH_BARE),
  ];
}

function english(): AmountPattern[] {
  const one = String.raw`(?:(?:${FIGURE})(?:\s(?:thousand|million|billion))?|${ENGLISH_WORD})`;
  const range = String.raw`(?:${one}(?:\s(?:to|or|and)\s|${DASH}))?${one}`;
  const whole = `(?:${YEARS}|${ENGLISH_WORD})`;
  const end = String.raw`(?=\s*(?:[.,;:!?)]|$)|\s(?:or|and)(?!\p{L}))`;
  const years = String.raw`(?:\syears)?`;
  const span = 'years?|months?|weeks?|days?|workdays?|hours?';
  const adjective = String.raw`(?:(?:full|whole|working|business|extra|more)\s)?`;
  const until = String.raw`(?:\s(?:to|and|until)\s|${DASH})`;
  const half = String.raw`(?:[ap]m|[ap]\.m\.)`;
  const clock = String.raw`\d{1,2}(?:[.:]\d{2})?`;
  return [
    ...anyCase('money', [
      SIGN_FIRST,
      String.raw`${range}\s?(?:€|EUR|euros?|cents?|pounds)`,
      EURO_FIRST,
      DASH_LAST,
    ]),
    ...anyCase('percent', [String.raw`${range}\s?(?:%|percent|per\scent)`]),
    ...asIs('date', [
      ...DATE,
      String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s(?:${ENGLISH_MONTH})(?:,?\s\d{4})?`,
      String.raw`(?:${ENGLISH_MONTH})\s(?:\d{4}|\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?)`,
      ENGLISH_PART_OF_MONTH,
    ]),
    ...anyCase('phone', PHONE),
    ...anyCase('age', [
      String.raw`${range}[-\s]years?[-\s]olds?`,
      String.raw`${range}\syears?\s(?:of\sage|(?:or|and)\s(?:older|over|younger|under))`,
      behind(String.raw`(?:older|younger)\sthan|age\sof`, `${one}${years}`),
      behind(String.raw`over|under|aged?|turn|turns|turned|you\sare|are\syou`, `${whole}${years}${end}`),
      String.raw`\d{1,3}(?:st|nd|rd|th)\sbirthday`,
      String.raw`\d{2}\+`,
    ]),
    ...anyCase('term', [
      String.raw`(?:(?:from|between)\s)?${clock}(?:\s?${half})?${until}${clock}\s?(?:${half}|hours)`,
      String.raw`${clock}\s?(?:${half}|o['’]clock)`,
      String.raw`\d{1,2}:\d{2}`,
      String.raw`${range}[-\s]${adjective}(?:${span})`,
      String.raw`half\san?\s(?:${span})`,
    ]),
    ...asIs('date', YEAR),
    ...bare(ENGLISH_BARE),
  ];
}

function bare({ money, age, term }: BareAmounts): AmountPattern[] {
  return [...anyCase('money', money), ...anyCase('age', age), ...anyCase('term', term)];
}

function anyCase(kind: AmountKind, sources: readonly string[]): AmountPattern[] {
  return sources.map((source) => ({ kind, pattern: between(source, 'giu') }));
}

function asIs(kind: AmountKind, sources: readonly string[]): AmountPattern[] {
  return sources.map((source) => ({ kind, pattern: between(source, 'gu') }));
}

/** Nothing is an amount that starts or ends inside a word or a number. */
function between(source: string, flags: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, flags);
}
