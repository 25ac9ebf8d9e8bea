import { isBsn, isIban } from './check-digits.ts';
import { hasDate } from './note-dates.ts';
import { hasMailAddress } from './note-mail.ts';
import { runsIn, stretchesIn } from './note-numbers.ts';
import { hasPhoneNumber } from './note-phone.ts';
import { hasSignIn } from './note-sign-in.ts';
import { withoutAmounts, withoutTimes } from './note-times.ts';

/** What must not stand in a note, because it says who somebody is. */
export type NoteFault = 'bsn' | 'iban' | 'email' | 'phone' | 'birth-date' | 'digid';

/** A note is this long at most. */
export const MOST_NOTE = 200;
/** And it is kept so many days: long enough to look back over a quarter, and it has no other use. */
export const MOST_DAYS_NOTE = 90;

/** Digits with any signs, as numbers are dictated and listed, or hidden: 111:222:333. */
const LISTED = /\d(?:[^\p{L}\p{N}]{0,4}\d)*/gu;

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
  if (hasBsn(text)) return 'bsn';
  if (hasPhoneNumber(text)) return 'phone';
  return hasSignIn(text) ? 'digid' : undefined;
}

/**
 * Nine digits in a row that pass the eleven-proof, or eight that were written without their leading zero. Or nine with commas or other
 * signs between them; amounts and times of day are left out there.
 */
function hasBsn(text: string): boolean {
  return (
    runsIn(text).some(hasNine) ||
    stretchesIn(text).some((digits) => isBsn(`0${digits}`) && !areTwoYears(digits)) ||
    stretchesIn(withoutTimes(withoutAmounts(text)), LISTED).some(isBsn)
  );
}

/** A year and the next one: 2024-2025 passes the eleven-proof too. */
function areTwoYears(digits: string): boolean {
  const [first = 0, next] = (digits.match(/20\d\d/g) ?? []).map(Number);
  return digits.length === 8 && next === first + 1;
}

function hasNine(digits: string): boolean {
  return Array.from({ length: Math.max(0, digits.length - 8) }, (_, from) =>
    digits.slice(from, from + 9),
  ).some(isBsn);
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
