import { isBsn, isIban } from './check-digits.ts';
import { hasDate } from './note-dates.ts';
import { hasMailAddress } from './note-mail.ts';
import { hasSignIn } from './note-sign-in.ts';
import { withoutAmounts, withoutTimes } from './note-times.ts';

/** What must not stand in a note, because it says who somebody is. */
export type NoteFault = 'bsn' | 'iban' | 'email' | 'phone' | 'birth-date' | 'digid';

/** A note is this long at most. */
export const MOST_NOTE = 200;
/** And it is kept so many days: long enough to look back over a quarter, and it has no other use. */
export const MOST_DAYS_NOTE = 90;

/** Digits, as people write them: with a space, dot, hyphen or slash between some of them, or a hyphen between spaces (06 - 12…). */
const DIGITS = /\d(?:[ .\-/()_]{0,3}\d)*/g;
/** The same with any signs, as numbers are dictated and listed, or hidden: 111:222:333. */
const LISTED = /\d(?:[^\p{L}\p{N}]{0,4}\d)*/gu;
/** What stands between the numbers of a list, and not within one. */
const BETWEEN_LISTED = /[^\p{L}\p{N} .\-/()_]+/u;
/** The same with the signs that a phone number can be hidden with. No commas: small amounts begin with a zero too. */
const HIDDEN = /\d(?:[ .\-/()_:*|]{0,3}\d)*/g;
/** Digits behind a comma, after two to four that no amount begins with. */
const AFTER_COMMA = /(?<![\d.,])0[1-9]\d{0,2}\)? ?, ?\d(?:[ .\-/]{0,3}\d){5,7}(?![ .\-/]{0,3}\d|,\d)/g;
/** A number of this town, without the one of the town: six to eight digits after a word that says what they are. */
const LOCAL_PHONE =
  /(?<!\p{L})(?:tel(?:efoon)?(?:nummer|nr)?|mobiel|bel(?:t|len)?|nummer|phone|call|number)(?:[ .:]+(?:terug|op|nummer|nr|is|naar|hem|haar|back|at|on|number|no))*[ .:]+\d(?:[ -]?\d){5,7}(?![ -]?\d)/iu;
/**
 * What in a note looks as if it says who somebody is; undefined when nothing does. It would rather refuse too much: a note that is
 * refused can be written otherwise.
 */
export function faultOfNote(note: string): NoteFault | undefined {
  const text = inPlainSigns(note);
  if (hasMailAddress(text)) return 'email';
  if (hasIban(text)) return 'iban';
  // Before digits are looked at: a date is digits too.
  if (hasDate(text)) return 'birth-date';
  const runs = [...text.matchAll(DIGITS)].map(([run], index) => ({
    digits: run.replaceAll(/\D/g, ''),
    index,
  }));
  if (runs.some(({ digits }) => hasBsn(digits)) || listsBsn(text)) return 'bsn';
  if (/\+\s?\d/.test(text) || runs.some(({ digits }) => isPhone(digits)) || hidesPhone(text)) return 'phone';
  if (LOCAL_PHONE.test(text) || listsPhone(text)) return 'phone';
  return hasSignIn(text) ? 'digid' : undefined;
}

/** Nine digits in a row that pass the eleven-proof, or eight that were written without their leading zero. */
function hasBsn(digits: string): boolean {
  if (digits.length === 8) return isBsn(`0${digits}`);
  return Array.from({ length: Math.max(0, digits.length - 8) }, (_, from) =>
    digits.slice(from, from + 9),
  ).some(isBsn);
}

/**
 * Numbers with commas or other signs between them that are nine digits together and pass the eleven-proof. Amounts and times of day are
 * left out.
 */
function listsBsn(text: string): boolean {
  return [...withoutTimes(withoutAmounts(text)).matchAll(LISTED)].some(([run]) => {
    const numbers = run.split(BETWEEN_LISTED).map((each) => each.replaceAll(/\D/g, ''));
    return numbers.some((_, from) =>
      numbers.some((__, to) => {
        const digits = numbers.slice(from, to + 1).join('');
        return digits.length === 9 && isBsn(digits);
      }),
    );
  });
}

/**
 * From a zero, as all Dutch numbers; from eight digits, which the shortest have (0800-0543). Or a mobile one without its zero, or any with
 * the number of the country before it.
 */
function isPhone(digits: string): boolean {
  return (digits.length >= 8 && digits.startsWith('0')) || /^(?:6\d{8}|310?[1-9]\d{8})$/.test(digits);
}

/** A whole Dutch number with other signs in it. */
function hidesPhone(text: string): boolean {
  return [...withoutTimes(text).matchAll(HIDDEN)].some(([run]) =>
    /^(?:0|310?)[1-9]\d{8}$/.test(run.replaceAll(/\D/g, '')),
  );
}

/** A whole Dutch number with a comma behind the code of its town or 06, and no amount at its end. */
function listsPhone(text: string): boolean {
  return [...text.matchAll(AFTER_COMMA)].some(([run]) => run.replaceAll(/\D/g, '').length === 10);
}

/**
 * The same in the signs that are looked for: 0 to 9 for the digits of any script, one hyphen and one space for all, a year without the mark
 * that it is short ('70), a number without the marks that part it (111'222'333), and nothing that nobody sees.
 */
function inPlainSigns(note: string): string {
  return note
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(/['’‘`´](?=\d\d(?!\d))|(?<=\d)['’‘`´](?=\d)/g, '');
}

/** What a digit counts. Unicode has the ten of a script one after another, from a zero on; of a few scripts two tens. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Is one in it? Commas part amounts too, so with them it is looked for beside those, or where letters of a bank stand in it. */
function hasIban(text: string): boolean {
  // "om 14:30" begins as an account of Oman does.
  const plain = withoutTimes(text, '@');
  const whole = packed(plain.replaceAll(',', ''));
  return (
    ibansIn(packed(plain)) ||
    ibansIn(packed(withoutAmounts(plain, '@').replaceAll(',', ''))) ||
    [...whole.matchAll(/NL\d{2}[A-Z]{4}\d{10}/g)].some(([found]) => isIban(found))
  );
}

function ibansIn(signs: string): boolean {
  return [...signs.matchAll(/(?=[A-Z]{2}\d{2})/g)].some(({ index }) => isIban(signs.slice(index)));
}

function packed(text: string): string {
  return text.toUpperCase().replaceAll(/[ .\-:*|_/'’‘`´]/g, '');
}
