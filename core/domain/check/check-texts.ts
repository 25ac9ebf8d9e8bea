import type { AmountKind } from '../amount-patterns.ts';
import type { Pack } from '../pack.ts';
import { badPostcodesIn } from '../postcode.ts';
import { hardSentencesIn } from '../reading-level.ts';
import { amountsInText, badHolesIn, holesIn } from '../running-text.ts';
import { HOME_LANGUAGE } from '../words.ts';
import type { Remark } from './finding.ts';
import { type PlacedText, textsOf } from './texts.ts';

/**
 * Judges what visitors read: no amounts outside parameters, braces only around parameters, postcodes that exist,
 * Dutch at B1 or lower, and no heading without words.
 */
export function checkTexts(pack: Pack): Remark[] {
  return textsOf(pack).flatMap((placed) => [
    ...wordless(placed),
    ...amounts(placed),
    ...braces(placed),
    ...postcodes(placed),
    ...level(placed),
  ]);
}

/** Spaces, some of which nobody sees, make a button or a screen without a name. What describes a picture has a rule of its own. */
function wordless({ file, field, text, label }: PlacedText): Remark[] {
  if (/[\p{L}\p{N}]/u.test(text) || field.at(-1) === 'alt') return [];
  const heading = label && field[0] === 'blocks';
  const message = heading
    ? 'A heading needs words. Write them, or take the line out.'
    : 'Nobody can read this: it has no letter and no figure. Write words.';
  return [{ severity: 'error', rule: heading ? 'heading' : 'wordless', file, field, message }];
}

const NOT_IN_HOURS: readonly AmountKind[] = ['money', 'percent', 'phone'];
/** From nine to five as a clock of 24 hours has it, and not a number to call. */
const WHOLE_HOURS = /^0[89]00\s?[-‐‑‒–—]\s?(?:[01]\d|2[0-4])[0-5]\d$/;

function amounts({ file, field, text, language, hours }: PlacedText): Remark[] {
  return amountsInText(text, language)
    .filter(({ kind, found }) => !hours || (NOT_IN_HOURS.includes(kind) && !WHOLE_HOURS.test(found)))
    .map(({ found, advice }) => ({
      severity: 'error',
      rule: 'amount',
      file,
      field,
      message: `"${found}" stands in running text, but ${advice}.`,
    }));
}

function braces({ file, field, text, label, hours }: PlacedText): Remark[] {
  const bad = badHolesIn(text).map(
    (hole) => `"${hole}" is no name of a parameter. Write the name in braces, as in {huurtoeslag.leeftijd}.`,
  );
  // On a day without a value the whole text is left out, and with it the name of a button or a screen.
  const nameless =
    (label || field.at(-1) === 'ask') && holesIn(text).length > 0
      ? ['A name or a question holds no {parameter}. Put it in the text that explains.']
      : [];
  // Lists and results show it as it is written.
  if (['summary', 'alt'].includes(String(field.at(-1))) && holesIn(text).length > 0)
    nameless.push('A summary, or what describes a picture, holds no {parameter}. Put it in another text.');
  return [...bad, ...nameless].map((message) => ({
    severity: 'error',
    rule: hours ? 'hours' : 'parameter',
    file,
    field,
    message,
  }));
}

function postcodes({ file, field, text, language }: PlacedText): Remark[] {
  return badPostcodesIn(text, language).map((found) => ({
    severity: 'error',
    rule: 'postcode',
    file,
    field,
    message: `"${found}" is no Dutch postcode. Write four figures, the first no 0, and two capitals, not SA, SD or SS, as in 1234 AB.`,
  }));
}

/** A label is no sentence: it can have a difficult word, but not be too long as a sentence is. */
function level({ file, field, text, language, label, hours }: PlacedText): Remark[] {
  if (language !== HOME_LANGUAGE || hours) return [];
  return hardSentencesIn(text)
    .filter(({ reason }) => !label || reason === 'difficult-word' || reason === 'long-words')
    .map(({ severity, sentence, advice }) => ({
      severity,
      rule: 'reading-level',
      file,
      field,
      message: `"${sentence}" is harder than B1. ${advice}`,
    }));
}
