import { type AmountKind, amountPatterns, mayHoldAmount } from './amount-patterns.ts';
import type { ParameterId } from './parameter.ts';
import { isParameterName } from './parameter-name.ts';
import { piecesOf } from './sentences.ts';
import { HOME_LANGUAGE, type Language } from './words.ts';

/** An amount, limit, term or number that stands in running text, and what to do about it. */
export type AmountInText = { readonly found: string; readonly kind: AmountKind; readonly advice: string };

const TO_PARAMETER = 'put it in parameters.yaml and write its name in braces, as in {huurtoeslag.leeftijd}';
const ADVICE: Readonly<Record<AmountKind, string>> = {
  money: `an amount of money changes: ${TO_PARAMETER}`,
  percent: `a percentage changes: ${TO_PARAMETER}`,
  date: 'a date passes: leave it out of the text; the days on which a fact holds stand in parameters.yaml',
  term: `a term can change: ${TO_PARAMETER}`,
  age: `an age limit can change: ${TO_PARAMETER}`,
  phone: 'a telephone number goes in contacts.yaml: name the contact under "contacts"',
};

/** Anything that looks like a hole, good or bad, and a brace that stands alone. */
const BRACES = /\{+[^{}\n]*\}+|\{+[^{}\s]*|(?<![^{}\s])[^{}\s]*\}+/g;

/** What may hold figures and is no amount: holes, and addresses on the web. */
const NOT_LOOKED_AT =
  /\{[^{}\n]*\}|(?<![\p{L}\d])[\p{L}\d@._-]+\.(?:nl|com|org|eu|net)(?:\/[^\s,;)]*)?(?!\p{L})/gu;

/** A number of years behind one of these words is a length of time, not somebody's age. */
const TIME_BEFORE = new RegExp(
  '(?<!\\p{L})(?:binnen|na|over|per|elke|gedurende|laatste|afgelopen|vorige|komende|eerste|al' +
    '|for|within|after|last|past|next|every|in|first)\\s$',
  'iu',
);

/**
 * The amounts, percentages, dates, terms, ages and telephone numbers in running text, first to last.
 * The rule is that of facts-nl: such a fact has a source and a last day, so it lives in the parameters.
 * In Dutch and English words count too ("twee weken"); in other languages only what figures and signs tell.
 * Not found: holes, "een" and "one" (articles, save in a term: "binnen een week"), step counters, and the emergency numbers 112
 * and 113.
 */
export function amountsInText(text: string, language: Language): AmountInText[] {
  const found: { at: number; found: string; kind: AmountKind }[] = [];
  const plain = withPlainDigits(text);
  if (!mayHoldAmount(plain, language)) return [];
  let rest = plain.replace(NOT_LOOKED_AT, hide);
  for (const { kind, pattern } of amountPatterns(language)) {
    for (const match of rest.matchAll(pattern)) {
      const written = text.slice(match.index, match.index + match[0].length);
      found.push({
        at: match.index,
        found: written,
        kind: refine(kind, written, rest.slice(0, match.index)),
      });
    }
    rest = rest.replace(pattern, hide);
  }
  return found
    .sort((one, other) => one.at - other.at)
    .map(({ found, kind }) => ({ found, kind, advice: ADVICE[kind] }));
}

/** The parameters that a text wants the values of, in reading order, each once. */
export function holesIn(text: string): ParameterId[] {
  return [...new Set(bracesIn(text).flatMap((braces) => parameterIn(braces) ?? []))];
}

/** What stands in braces but names no parameter, and braces without their twin, as they are written. */
export function badHolesIn(text: string): string[] {
  return bracesIn(text).filter((braces) => parameterIn(braces) === undefined);
}

/**
 * Writes the values into the holes. A sentence with a hole that has no value is left out whole, because past
 * its last day no figure is given (facts-nl); `missing` names its holes, each once. The text can be empty.
 * Braces that are no hole stay as they are.
 */
export function fillHoles(
  text: string,
  fill: (id: ParameterId) => string | undefined,
  language: Language = HOME_LANGUAGE,
): { text: string; missing: ParameterId[] } {
  let filled = '';
  const missing = new Set<ParameterId>();
  for (const piece of piecesOf(text, language)) {
    const lacking: ParameterId[] = [];
    const whole = piece.replace(BRACES, (braces) => {
      const id = parameterIn(braces);
      if (id === undefined) return braces;
      const value = fill(id);
      if (value === undefined) lacking.push(id);
      return value ?? '';
    });
    filled = lacking.length === 0 ? filled + whole : closeGap(filled, piece);
    for (const id of lacking) missing.add(id);
  }
  return { text: missing.size > 0 ? filled.trim() : filled, missing: [...missing] };
}

function bracesIn(text: string): string[] {
  return text.match(BRACES) ?? [];
}

function parameterIn(braces: string): ParameterId | undefined {
  const name = braces.slice(1, -1);
  return /^\{.*\}$/.test(braces) && isParameterName(name) ? name : undefined;
}

/** Leaves a sentence out, but not the end of the paragraph behind it. */
function closeGap(before: string, leftOut: string): string {
  const gap = leftOut.slice(leftOut.trimEnd().length);
  return gap.includes('\n') && !before.endsWith('\n') ? before.trimEnd() + gap : before;
}

/** Years are somebody's age, unless the words around them make them a length of time. */
function refine(kind: AmountKind, found: string, before: string): AmountKind {
  const years = kind === 'term' && /(?:jaar|jaren|years?)$/i.test(found);
  return years && !/^(?:half|anderhalf)/i.test(found) && !TIME_BEFORE.test(before) ? 'age' : kind;
}

/** Arabic and Persian digits as the digits of the patterns, one for one. */
function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** The same length without anything a pattern can hold on to. */
function hide(text: string): string {
  return '\u0001'.repeat(text.length);
}
