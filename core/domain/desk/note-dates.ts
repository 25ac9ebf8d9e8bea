import { isCalendarDate } from '../calendar-date.ts';
import { isMonthName } from './month-names.ts';
import { withoutAmounts, withoutHours, withoutTimes } from './note-times.ts';

const MONTHS = 'jan|feb|maart|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec';
/** What begins here is no time of day, as in 12 maart 14.30. */
const NO_TIME = '(?!(?:[01]?\\d|2[0-3])[.:][0-5]\\d(?!\\d))';
const YEAR = `(?:\\d{4}|${NO_TIME}\\d{2})`;
/** A short year first, in the order of the standard, with one sign: 84-05-15. Lines of a bus and pages are written with spaces. */
const SHORT_DATE = /(?<![\d.:/-])((\d{2})([-./:])(\d{2})\3(\d{2}))(?![\d.:/-])/g;
/** At each number anew: the one before a date is no part of it. */
const NUMBER_DATE = /(?<!\d)(?=(\d{1,4})\s?[-./ _\\|]\s?(\d{1,2})\s?[-./ _\\|]\s?(\d{1,4})(?!\d))/g;
/** A time of day with seconds is written so too: it is refused with them. */
const COLON_DATE = /(?<![\d:])(?=(\d{1,2}):(\d{1,2}):(\d{2})(?![\d:]))/g;
/** The same with any signs, with a whole year. */
const SIGNS_DATE =
  /(?<!\d)(?=(\d{1,2})[^\p{L}\p{N}]{1,3}(\d{1,2})[^\p{L}\p{N}]{1,3}((?:19|20)\d{2})(?!\d)|((?:19|20)\d{2})[^\p{L}\p{N}]{1,3}(\d{1,2})[^\p{L}\p{N}]{1,3}(\d{1,2})(?!\d))/gu;
/** What stands between the parts of a date in which the month is a word. */
const BETWEEN = '[ .,/_-]';
/**
 * A day as a number, with what makes it the how-manieth in the languages of a desk: 12e, 12th, 1er, 1º, 1ro, 12-go, 12-го. A plain letter
 * behind it is one only before "de" or "di": class 2a is none.
 */
const DAY = '\\d{1,2}(?:[.-]?(?:e|de|ste|st|nd|rd|th|er|r[eoa]|[ºª°]|e?go|го|ого)|[.-][oa]|[oa](?= d[ei]))?';
/** What may stand before the month: 12th of March, 12 van maart, 1 de enero. */
const OF = '(?:(?:of|van|del?|di) )?';
const WHOLE_MONTH =
  'jan(?:uar[iy])?|feb(?:ruar[iy])?|maart|march|mrt|mar|apr(?:il)?|mei|may|june?|juni|jul[iy]?|aug(?:ust(?:us)?)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Behind such a word only a whole name: 2 van jullie 10 vragen is no date. */
const MONTH = `(?:(?:${MONTHS})[a-z]*|(?:of|van|del?|di) (?:${WHOLE_MONTH})(?!\\p{L}))`;
const WORD_DATE = new RegExp(`(?<!\\d)${DAY}[ .-]*${MONTH}[ .,-]*${YEAR}(?!\\d)`, 'iu');
/** The month first, as in English. */
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(?:${MONTHS})[a-z]*[ .]*${NO_TIME}\\d{1,2}(?:st|nd|rd|th)?[ .,-]+${YEAR}(?!\\d)`,
  'iu',
);
/** Both with any of these signs: only in a text without amounts, for "in december, 12,50" is none. */
const WORD_DATE_SIGNS = new RegExp(`(?<!\\d)${DAY}${BETWEEN}*${MONTH}${BETWEEN}*${YEAR}(?!\\d)`, 'iu');
const MONTH_FIRST_SIGNS = new RegExp(
  `(?<!\\p{L})(?:${MONTHS})[a-z]*${BETWEEN}*${NO_TIME}\\d{1,2}(?:st|nd|rd|th)?${BETWEEN}+${YEAR}(?!\\d)`,
  'iu',
);
/** The month in Roman numbers. One letter needs one sign all through, or a whole year of long ago: 2 x 45 and artikel 12 V 2026 are none. */
const ROMAN_DATE = [
  `(?<!\\d)\\d{1,2}[ .\\-/]{1,3}(?:I{2,3}|IV|VI{1,3}|IX|XI{1,2})[ .\\-/]{1,3}${YEAR}(?!\\d)`,
  `(?<!\\d)\\d{1,2}([.\\-/])[IVX]\\1${YEAR}(?!\\d)`,
].map((written) => new RegExp(written, 'i'));
const ROMAN_LETTER = /(?<!\d)\d{1,2}[ .\-/]{1,3}[IVX][ .\-/]{1,3}(?:19\d|20[01])\d(?!\d)/;
/** The year first, as in 1948, 12 maart. */
const YEAR_FIRST = new RegExp(
  `(?<!\\d)(?:19|20)\\d{2}${BETWEEN}+(?:${DAY}${BETWEEN}*${OF}(?:${WHOLE_MONTH})(?!\\p{L})|(?:${WHOLE_MONTH})${BETWEEN}*\\d{1,2}(?!\\d))`,
  'iu',
);
/** The year first and a month in another language: 1948, 12 sierpnia; 1948-sierpnia-12. At each number anew, as above. */
const YEAR_WORD = [
  `(?<!\\d)(?=(?:19|20)\\d{2}${BETWEEN}+${DAY}${BETWEEN}+${OF}(\\p{L}+))`,
  `(?<!\\d)(?=(?:19|20)\\d{2}${BETWEEN}+(\\p{L}+)${BETWEEN}+\\d{1,2}(?!\\d))`,
].map((written) => new RegExp(written, 'giu'));
/** The day first: 12/sierpnia/48. Also only where there are no amounts. */
const DAY_WORD_SIGNS = new RegExp(
  `(?<!\\d)(?=${DAY}${BETWEEN}+${OF}(\\p{L}+)${BETWEEN}+(?:del? )?${YEAR}(?!\\d))`,
  'giu',
);
/** Digits of which a year, a month and a day may be made: 19840515. */
const PACKED_DATE = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g;
/** A day, one word and a year: a date in any language that writes the month as a word. No year of now: 2 letters 2026 is no date. */
const ANY_MONTH =
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.? (?:de )?\p{L}{3,}\.?,? (?:de )?(?:19\d|20[01])\d(?!\d)/iu;
const BORN = /\b(?:geb(?:oren|oortedatum|\.)?|born|dob|(?:date of )?birth)\b[^\d]{0,20}\d/i;
const DATES_IN_WORDS = [
  ...[WORD_DATE, MONTH_FIRST, YEAR_FIRST, ANY_MONTH, BORN],
  ...[...ROMAN_DATE, ROMAN_LETTER],
];

/** Is there what may be a date of birth in a note, as digits or with a month as a word? The note comes in plain signs (`inPlainSigns`). */
export function hasDate(note: string): boolean {
  const text = withoutHours(note);
  if (DATES_IN_WORDS.some((written) => written.test(text))) return true;
  if (/(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d)/.test(text)) return true;
  if (
    [...text.matchAll(PACKED_DATE)].some(([, year, month, day]) => isCalendarDate(`${year}-${month}-${day}`))
  )
    return true;
  if (YEAR_WORD.some((written) => namesMonth(text, written))) return true;
  const withSigns = withoutTimes(withoutAmounts(text));
  if (WORD_DATE_SIGNS.test(withSigns) || MONTH_FIRST_SIGNS.test(withSigns)) return true;
  if (namesMonth(withSigns, DAY_WORD_SIGNS)) return true;
  if (
    [...text.matchAll(SHORT_DATE)].some(([, , year, , month, day]) =>
      isCalendarDate(`20${year}-${month}-${day}`),
    )
  )
    return true;
  const found = [NUMBER_DATE, COLON_DATE].flatMap((written) => [...text.matchAll(written)]);
  return [...found, ...withSigns.matchAll(SIGNS_DATE)].some(([, ...numbers]) => {
    const [first = '', month = '', last = ''] = numbers.filter((each) => each !== undefined);
    const [day, year] = first.length > 2 ? [last, first] : [first, last];
    if (year.length !== 4 && year.length !== 2) return false;
    const full = year.length === 4 ? year : `20${year}`;
    return [
      [month, day],
      [day, month],
    ].some(([m = '', d = '']) => isCalendarDate(`${full}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`));
  });
}

/** Is the word that is found a month in one of the languages of a desk? */
function namesMonth(text: string, written: RegExp): boolean {
  return [...text.matchAll(written)].some(([, word = '']) => isMonthName(word));
}
