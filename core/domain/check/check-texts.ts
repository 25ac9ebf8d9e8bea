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
    ...heading(placed),
    ...amounts(placed),
    ...braces(placed),
    ...postcodes(placed),
    ...level(placed),
  ]);
}

/** A visitor who listens meets a heading without words as an empty one. */
function heading({ file, field, text, label }: PlacedText): Remark[] {
  if (!label || field[0] !== 'blocks' || text.trim() !== '') return [];
  const message = 'A heading needs words. Write them, or take the line out.';
  return [{ severity: 'error', rule: 'heading', file, field, message }];
}

function amounts({ file, field, text, language }: PlacedText): Remark[] {
  return amountsInText(text, language).map(({ found, advice }) => ({
    severity: 'error',
    rule: 'amount',
    file,
    field,
    message: `"${found}" stands in running text, but ${advice}.`,
  }));
}

function braces({ file, field, text, label }: PlacedText): Remark[] {
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
    rule: 'parameter',
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
function level({ file, field, text, language, label }: PlacedText): Remark[] {
  if (language !== HOME_LANGUAGE) return [];
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
