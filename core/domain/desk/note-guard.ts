import { isCalendarDate } from '../calendar-date.ts';
import { isBsn, isIban } from './check-digits.ts';
import { isMonthName } from './month-names.ts';
import { isOrdinaryAfterDigid, isServiceName } from './words-after-digid.ts';

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
/** A time of day, as in opening hours. Not a part of more numbers with colons. */
const TIME = /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])/g;
/** Euros and cents, as in 1.250,50: a list of them is digits and commas too. */
const AMOUNT = /(?<![\d.,])\d{1,3}(?:\.?\d{3})*,\d{2}(?!\d|[.,]\d)/g;
/** Also one of which the end is missing, or not a dot. With room around the sign, too: that is how it is spelt out. */
const EMAIL = /\S@\S|[^\s@]+\s?@\s?[^\s@]+\s?\.\s?[a-z]{2,}/i;
/** With a word for the sign. "at" alone can be English: before those that have nothing but mail, it is the sign. */
const SPOKEN_EMAIL =
  /\S(?:\s?[([{<]\s?(?:at|apenstaart(?:je)?)\s?[)\]}>]\s?[\p{L}\d-]+|\s+apenstaart(?:je)?\s+[\p{L}\d-]+|\s+at\s+(?:gmail|hotmail|outlook|live|yahoo|icloud|msn|gmx|proton(?:mail)?|ziggo|kpn(?:mail|planet)|xs4all|planet|home|hetnet|upcmail|casema|chello|telfort|tele2|caiway|quicknet|zonnet|freeler|wanadoo|solcon))(?:\.|\s(?:punt|dot)\s)[a-z]{2,}/iu;
/** A number of this town, without the one of the town: six to eight digits after a word that says what they are. */
const LOCAL_PHONE =
  /(?<!\p{L})(?:tel(?:efoon)?(?:nummer|nr)?|mobiel|bel(?:t|len)?|nummer|phone|call|number)(?:[ .:]+(?:terug|op|nummer|nr|is|naar|hem|haar|back|at|on|number|no))*[ .:]+\d(?:[ -]?\d){5,7}(?![ -]?\d)/iu;
const MONTHS = 'jan|feb|maart|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec';
/** At each number anew: the one before a date is no part of it. */
const NUMBER_DATE = /(?<!\d)(?=(\d{1,4})\s?[-./ ]\s?(\d{1,2})\s?[-./ ]\s?(\d{1,4})(?!\d))/g;
/** A time of day with seconds is written so too: it is refused with them. */
const COLON_DATE = /(?<![\d:])(?=(\d{1,2}):(\d{1,2}):(\d{2})(?![\d:]))/g;
/** The same with any signs, with a whole year. */
const SIGNS_DATE =
  /(?<!\d)(?=(\d{1,2})[^\p{L}\p{N}]{1,3}(\d{1,2})[^\p{L}\p{N}]{1,3}((?:19|20)\d{2})(?!\d)|((?:19|20)\d{2})[^\p{L}\p{N}]{1,3}(\d{1,2})[^\p{L}\p{N}]{1,3}(\d{1,2})(?!\d))/gu;
const WORD_DATE = new RegExp(
  `(?<!\\d)\\d{1,2}(?:e|de|ste)?[ .-]*(?:${MONTHS})[a-z]*[ .,-]*(?:\\d{4}|\\d{2})(?!\\d)`,
  'i',
);
/** The month first, as in English. */
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(?:${MONTHS})[a-z]*[ .]*\\d{1,2}(?:st|nd|rd|th)?[ .,-]+(?:\\d{4}|\\d{2})(?!\\d)`,
  'iu',
);
const WHOLE_MONTH =
  'jan(?:uar[iy])?|feb(?:ruar[iy])?|maart|march|mrt|mar|apr(?:il)?|mei|may|june?|juni|jul[iy]?|aug(?:ust(?:us)?)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** The year first, as in 1948, 12 maart. */
const YEAR_FIRST = new RegExp(
  `(?<!\\d)(?:19|20)\\d{2}[ .,-]+(?:\\d{1,2}(?:e|de|ste|st|nd|rd|th)?[ .-]*(?:${WHOLE_MONTH})(?!\\p{L})|(?:${WHOLE_MONTH})[ .]*\\d{1,2}(?!\\d))`,
  'iu',
);
/** The year first and a month in another language: 1948, 12 sierpnia. */
const YEAR_DAY_WORD = /(?<!\d)(?:19|20)\d{2}[ .,-]+\d{1,2}\.?[ -]+(?:de )?(\p{L}+)/giu;
const YEAR_WORD_DAY = /(?<!\d)(?:19|20)\d{2}[ .,-]+(\p{L}+)\.?,? \d{1,2}(?!\d)/giu;
/** Digits of which a year, a month and a day may be made: 19840515. */
const PACKED_DATE = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g;
/** A day, one word and a year: a date in any language that writes the month as a word. No year of now: 2 letters 2026 is no date. */
const ANY_MONTH =
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.? (?:de )?\p{L}{3,}\.?,? (?:de )?(?:19\d|20[01])\d(?!\d)/iu;
const BORN = /\b(?:geb(?:oren|oortedatum|\.)?|born|dob|(?:date of )?birth)\b[^\d]{0,20}\d/i;
/** What goes with a name to sign in with, after a sign that says so, or with a digit in it. */
const SIGN_IN =
  /\b(?:wachtwoord|password)\b\s*[:=]\s*\S|\b(?:gebruikersnaam|inlognaam|username|wachtwoord|password)\s+\S*\d/i;
/** What asks for a name to sign in with, or for what goes with it. An account is that only with a sign that says so. */
const ASKS = [
  '(?:mijn)?digid(?:[\\s-]*(?:met\\s+)?(?:naam|name|account))?',
  ...['(?:gebruikers|inlog|login|account)naam', 'username', 'login', 'inlog', 'wachtwoord', 'password'],
  ...[
    'inlog(?:gen|de|t)\\s+met',
    'ingelogd\\s+met',
    'log(?:ged|s)?\\s?in\\s+with',
    '(?:account|user)(?=\\s?[:=])',
  ],
].join('|');
/** What asks, what stands behind it (a space, a small word, a sign: brackets, a comma, an arrow), and the next word, which can ask for one too. */
const AFTER_DIGID = new RegExp(
  `(?<![\\p{L}\\d])(?=(${ASKS})([\\s\\-/,;:=>→⇒([{<"'“”‘’„‚«‹*|+_]+(?:(?:is|de|het|een|the|an?)\\s+)*)([\\p{L}\\d][\\p{L}\\d._@]*))`,
  'giu',
);
/** Letters and digits in one word of six or more: what people choose as a name to sign in with. */
const MIXED_WORD = /(?<![\p{L}\d])(?=[\p{L}\d_]*\d)(?=[\p{L}\d_]*\p{L}{2})[\p{L}\d_]{6,}(?![\p{L}\d])/u;

/**
 * What in a note looks as if it says who somebody is; undefined when nothing does. It would rather refuse too much: a note that is
 * refused can be written otherwise.
 */
export function faultOfNote(note: string): NoteFault | undefined {
  const text = inPlainSigns(note);
  if (EMAIL.test(text) || SPOKEN_EMAIL.test(text)) return 'email';
  if (hasIban(text)) return 'iban';
  // Before digits are looked at: a date is digits too.
  if (hasDate(text)) return 'birth-date';
  const runs = [...text.matchAll(DIGITS)].map(([run], index) => ({
    digits: run.replaceAll(/\D/g, ''),
    index,
  }));
  if (runs.some(({ digits }) => hasBsn(digits)) || listsBsn(text)) return 'bsn';
  if (/\+\s?\d/.test(text) || runs.some(({ digits }) => isPhone(digits)) || hidesPhone(text)) return 'phone';
  if (LOCAL_PHONE.test(text)) return 'phone';
  return SIGN_IN.test(text) || MIXED_WORD.test(text) || namesAfterDigid(text) ? 'digid' : undefined;
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
  return [...text.replaceAll(AMOUNT, 'x').replaceAll(TIME, 'x').matchAll(LISTED)].some(([run]) => {
    const numbers = run.split(BETWEEN_LISTED).map((each) => each.replaceAll(/\D/g, ''));
    return numbers.some((_, from) =>
      numbers.some((__, to) => {
        const digits = numbers.slice(from, to + 1).join('');
        return digits.length === 9 && isBsn(digits);
      }),
    );
  });
}

function namesAfterDigid(text: string): boolean {
  return [...text.matchAll(AFTER_DIGID)].some(({ index, 1: asks = '', 2: between = '', 3: found = '' }) => {
    const word = found.replace(/[._@]+$/, '');
    if (isOrdinaryAfterDigid(word)) return false;
    const rest = text.slice(index + asks.length + between.length + word.length);
    return !isLoose(asks, between) || (ENDS.test(rest) && !isServiceName(word));
  });
}

/** The end of what is said: a name that was jotted down has nothing behind it. */
const ENDS = /^\s*(?:$|[.,;:!?)\]])/;

/** May a sentence go on there that is about something else: behind a comma, or a word such as "wachtwoord" with no sign after it? */
function isLoose(asks: string, between: string): boolean {
  return (
    /^\s*[,;]/.test(between) || (between.trim() === '' && !/^(?:mijn)?digid|naam$|^username$/i.test(asks))
  );
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
  return [...text.replaceAll(TIME, 'x').matchAll(HIDDEN)].some(([run]) =>
    /^(?:0|310?)[1-9]\d{8}$/.test(run.replaceAll(/\D/g, '')),
  );
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

function hasIban(text: string): boolean {
  // "om 14:30" begins as an account of Oman does. No commas: amounts after a word on "de" would be a German one now and then.
  const packed = text
    .replaceAll(TIME, '@')
    .toUpperCase()
    .replaceAll(/[ .\-:*|_/'’‘`´]/g, '');
  return [...packed.matchAll(/(?=[A-Z]{2}\d{2})/g)].some(({ index }) => isIban(packed.slice(index)));
}

function hasDate(text: string): boolean {
  if ([WORD_DATE, MONTH_FIRST, YEAR_FIRST, ANY_MONTH, BORN].some((written) => written.test(text)))
    return true;
  if (/(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d)/.test(text)) return true;
  if (
    [...text.matchAll(PACKED_DATE)].some(([, year, month, day]) => isCalendarDate(`${year}-${month}-${day}`))
  )
    return true;
  if (
    [YEAR_DAY_WORD, YEAR_WORD_DAY].some((written) =>
      [...text.matchAll(written)].some(([, word = '']) => isMonthName(word)),
    )
  )
    return true;
  const withSigns = text.replaceAll(AMOUNT, 'x').replaceAll(TIME, 'x');
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
