/** A word of a text: as it is compared, and where it stands (offsets in UTF-16 units, the end not included). */
export type WordInText = { readonly word: string; readonly start: number; readonly end: number };

/** Letters, figures and the marks on them; an apostrophe inside a word belongs to it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** The words of a text, first to last. */
export function wordsIn(text: string): WordInText[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    const word = fold(written);
    return word === '' ? [] : [{ word, start: index, end: index + written.length }];
  });
}

/** Letters that one person writes with a mark and another without one, or in two ways, and that no decomposition joins. */
const SAME: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ґ: 'г',
};

const PLAIN = /^[a-z0-9]+$/;

/**
 * A word as it is compared: small letters, without accents, vowel signs, stretches and apostrophes; "foto's" is "foto".
 * The same for what is looked for and what is found, in every script.
 */
export function fold(word: string): string {
  const small = word.toLowerCase();
  // Most words are plain, and there are millions of them when a library is indexed.
  if (PLAIN.test(small)) return small;
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’ʼ]s$/u, '')
    .replace(/[\p{M}\u0640'’ʼ]/gu, '')
    .replace(/[ıłøđßæœةىیکґ]/gu, (letter) => SAME[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
}
