/** A time of day, as in opening hours. Not a part of more numbers with colons. */
const TIME = /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])/g;
/** Euros and cents, as in 1.250,50: a list of them is digits and commas too. */
const AMOUNT = /(?<![\d.,])\d{1,3}(?:\.?\d{3})*,\d{2}(?!\d|[.,]\d)/g;

/** The text of a note with a sign in place of each amount: a list of them is digits and commas, as other numbers are. */
export function withoutAmounts(text: string, sign = 'x'): string {
  return text.replaceAll(AMOUNT, sign);
}

/** The text of a note with a sign in place of each time of day. */
export function withoutTimes(text: string, sign = 'x'): string {
  return text.replaceAll(TIME, sign);
}

const HOUR = '(?:[01]?\\d|2[0-4])\\.[0-5]\\d';
/** Opening hours as Dutch writes them: 9.00-12.30. */
const HOURS = new RegExp(`(?<![\\d.\\-_])${HOUR} ?- ?${HOUR}(?!\\d|[.\\-_]\\d)`, 'g');

/** The text of a note with a sign in place of opening hours with dots. */
export function withoutHours(text: string, sign = 'x'): string {
  return text.replaceAll(HOURS, sign);
}
