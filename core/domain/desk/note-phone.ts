import { stretchesIn } from './note-numbers.ts';
import { withoutAmounts, withoutHours, withoutTimes } from './note-times.ts';

/** Digits with the signs that a phone number can be hidden with. No commas: small amounts begin with a zero too. */
const HIDDEN = /\d(?:[ .\-/()_:*|]{0,3}\d)*/g;
/** With the sign that the number of a country has; not 3 + 4. */
const ABROAD = /\+\s?\d(?:[^\p{L}\p{N}]{0,4}\d){6,}/u;
/** A whole Dutch number with a comma behind the code of its town or 06, and no amount at its end. */
const AFTER_COMMA = new RegExp(
  [2, 3, 4]
    .map(
      (code) => `(?<![\\d.,])0[1-9]\\d{${code - 2}}\\)? ?, ?\\d(?:[ .\\-/]{0,3}\\d){${9 - code}}(?!\\d|,\\d)`,
    )
    .join('|'),
);
const GOES_ON = '(?:[ .:]+(?:terug|op|nummer|nr|is|naar|hem|haar|back|at|on|number|no))*';
const FEW = '[ .:]+\\d(?:[ -]?\\d)';
/** A number of this town, without the one of the town, or with that one and no zero: six to nine digits after a word that says what they are. */
const LOCAL = [
  `(?:tel(?:efoon)?(?:nummer|nr)?|mobiel|(?:terug)?bel(?:t|len)?|phone|call)${GOES_ON}${FEW}{5,8}`,
  // The number of something has nine more often: a pass, a case. And "zaak nr 1234567" is of a case.
  `(?:nummer|number|(?<!\\p{L}[ .:\\-]{0,2})nr)${GOES_ON}${FEW}{5,7}`,
].map((written) => new RegExp(`(?<!\\p{L})${written}(?!\\d)`, 'iu'));

/** Is there what may be a phone number in a note, whatever stands beside it? The note comes in plain signs (`inPlainSigns`). */
export function hasPhoneNumber(text: string): boolean {
  return (
    ABROAD.test(withoutHours(withoutAmounts(text))) ||
    stretchesIn(text).some(isPhone) ||
    stretchesIn(withoutTimes(text), HIDDEN).some((digits) => /^(?:0|310?)[1-9]\d{8}$/.test(digits)) ||
    AFTER_COMMA.test(text) ||
    LOCAL.some((written) => written.test(text))
  );
}

/**
 * From a zero, as all Dutch numbers; from eight digits, which the shortest have (0800-0543). Or a mobile one without its zero, or any with
 * the number of the country before it.
 */
function isPhone(digits: string): boolean {
  return (digits.length >= 8 && digits.startsWith('0')) || /^(?:6\d{8}|310?[1-9]\d{8})$/.test(digits);
}
