import type { Language } from '../../../core/domain/words.ts';

/** A keyboard as data. Every letter of the language has a key, or stands among the accents of one. */
export type KeyboardLayout = {
  readonly language: Language;
  /** What the language calls itself: people look for their own language by that name. */
  readonly name: string;
  /** Three rows of letters, at most twelve keys each, with shift and backspace in the last one. */
  readonly rows: readonly [readonly string[], readonly string[], readonly string[]];
  /** What can be chosen when a key is held. */
  readonly accents: Readonly<Record<string, readonly string[]>>;
  /** Has the script capital letters? */
  readonly cased: boolean;
};

const keys = (row: string): readonly string[] => [...row];

/** Letters of other languages that names here are written with. */
const LATIN = {
  a: keys('áàâäãåæ'),
  c: keys('çćč'),
  e: keys('ëéèê'),
  i: keys('ïíìî'),
  n: keys('ñń'),
  o: keys('öóòôõø'),
  s: keys('śšşß'),
  u: keys('üúùû'),
  y: keys('ýÿ'),
  z: keys('żźž'),
};

const DUTCH: KeyboardLayout = {
  language: 'nl',
  name: 'Nederlands',
  rows: [keys('qwertyuiop'), keys("asdfghjkl'"), keys('zxcvbnm-')],
  accents: { ...LATIN, g: keys('ğ'), l: keys('ł') },
  cased: true,
};

const ARABIC: KeyboardLayout = {
  language: 'ar',
  name: 'العربية',
  rows: [keys('ضصثقفغعهخحجد'), keys('شسيبلاتنمكطذ'), keys('ئءؤرأىةوزظ')],
  // The letters of Persian, Kurdish and Urdu, and the marks that are seldom written.
  accents: {
    ا: keys('أإآٱ'),
    ي: keys('یئى'),
    و: keys('ؤۆ'),
    ه: keys('ةھ'),
    ب: keys('پ'),
    ج: keys('چ'),
    ز: keys('ژ'),
    ك: keys('کگ'),
    ف: keys('ڤ'),
    ل: ['لا', 'ڵ'],
    ر: keys('ڕ'),
    ت: keys('ٹ'),
    ء: ['ً', 'ٌ', 'ٍ', 'َ', 'ُ', 'ِ', 'ّ', 'ْ'],
  },
  cased: false,
};

const UKRAINIAN: KeyboardLayout = {
  language: 'uk',
  name: 'Українська',
  rows: [keys('йцукенгшщзхї'), keys('фівапролджєґ'), keys('ячсмитьбю’')],
  // The letters that Russian has and Ukrainian has not.
  accents: { и: keys('ы'), е: keys('ё'), є: keys('э'), ь: keys('ъ') },
  cased: true,
};

const TURKISH: KeyboardLayout = {
  language: 'tr',
  name: 'Türkçe',
  rows: [keys('qwertyuıopğü'), keys("asdfghjklşi'"), keys('zxcvbnmöç-')],
  accents: { a: keys('âáàä'), e: keys('éèêë'), ı: keys('îï'), u: keys('ûúù'), o: keys('óòô'), n: keys('ñ') },
  cased: true,
};

const POLISH: KeyboardLayout = {
  language: 'pl',
  name: 'Polski',
  rows: [keys('qwertyuiopęó'), keys('asdfghjkląłś'), keys('zxcvbnmżćń')],
  accents: { ...LATIN, ż: keys('ź') },
  cased: true,
};

/** All keyboards there are, the one of the house first. */
export const LAYOUTS: readonly KeyboardLayout[] = [DUTCH, ARABIC, UKRAINIAN, TURKISH, POLISH];

/** The page with digits and signs, the same beside every alphabet: digits are not mirrored, and Dutch forms use these. */
export const SIGNS: KeyboardLayout['rows'] = [keys('1234567890'), keys('@.,?!:;/&+'), keys('-\'"()€%_')];

/** The keyboard that is put before somebody who reads this language; the Dutch one where there is no own. */
export function layoutFor(language: Language): KeyboardLayout {
  return LAYOUTS.find((layout) => layout.language === language) ?? DUTCH;
}

/** A key as it types now: in capitals where the script has them, by the rules of its language (Turkish: i, İ). */
export function capital(sign: string, layout: KeyboardLayout): string {
  const large = layout.cased ? sign.toLocaleUpperCase(layout.language) : sign;
  return [...large].length === [...sign].length ? large : sign; // A capital ß would be two letters.
}
