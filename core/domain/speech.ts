import type { Language } from './language.ts';
import { HOME_LANGUAGE } from './words.ts';

/** The languages that the kiosk can read aloud by itself. */
export const SPOKEN: readonly Language[] = ['nl', 'en', 'ar', 'uk', 'pl', 'tr'];

/** So many characters are made into sound at a time: enough for some sentences, soon enough to begin with. */
export const MOST_SPOKEN = 600;

/** Pictures, invisible marks, and signs by which a voice takes orders (SSML, phonemes) are not for reading. */
const UNSPOKEN =
  /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Variation_Selector}\p{C}<>[\]{}\\|^~`*_#=]|\u20E3)+/gu;

/** What can be said of a text, on one line; empty when there is no letter and no digit in it. */
export function speakable(text: string): string {
  const plain = text.normalize('NFC').replaceAll(UNSPOKEN, ' ').replaceAll(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}

/**
 * What can be said of a text, in pieces of at most `most` characters, cut where a sentence ends, else between words,
 * else within a word that is longer than a piece. No pieces when there is nothing to say.
 */
export function spokenPieces(text: string, most: number = MOST_SPOKEN): readonly string[] {
  const pieces: string[] = [];
  let rest = speakable(text);
  while (rest.length > most) {
    const end = cut(rest, most);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces.filter((piece) => speakable(piece) !== '');
}

function cut(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  const sentence = Math.max(...['. ', '! ', '? ', '؟ ', '; '].map((end) => head.lastIndexOf(end)));
  if (sentence > 0) return sentence + 1;
  const word = head.lastIndexOf(' ');
  if (word > 0) return word;
  // Never between the two halves of one character.
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** The language to read something in that a visitor typed: what the letters say, else the visitor's own. */
export function languageOfTyped(text: string, own: Language): Language {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'uk';
  return own === 'ar' || own === 'uk' ? HOME_LANGUAGE : own;
}
