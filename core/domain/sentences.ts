import { ABBREVIATIONS, ABBREVIATIONS_BEFORE_A_NUMBER } from './dutch-words.ts';

/** An end mark (with the quotes and brackets that close behind it) before white space, or an empty line. */
const POSSIBLE_END = /[.!?…؟۔።]+["'”’»)\]*]*(?=\s|$)|\n[^\S\n]*(?=\n)/gu;

const NEVER_AN_END: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: ABBREVIATIONS,
  en: new Set('approx cf dr e.g excl i.e incl mr mrs ms prof st viz vs'.split(' ')),
};

const NO_END_BEFORE_A_NUMBER: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: ABBREVIATIONS_BEFORE_A_NUMBER,
  en: new Set(['art', 'ch', 'fig', 'max', 'min', 'no', 'nos', 'p', 'pp', 'tel']),
};

/** Words that open a sentence and are no surname: "rijbewijs B. De gemeente …" ends, "J. Jansen" does not. */
const OPENERS = new Set(
  `aan alle als bel bij daar daarna dan dat de deze die dit doe dus een eerst elke en er ga geef geen haar
  heeft het hier hij hun ik in is je kijk kunt maar mag mensen met moet neem niet nu om onze ook op soms
  te toen tot typ u uit uw van vanaf veel voor vraag waar wanneer want wat we wie wij wilt wordt zij ze zo
  a and at but call do for from he how if it on or our she so the then there they this to we what when
  with you your`.split(/\s+/),
);

/** Ends in one capital, or capitals with points; "U" and "I" are words. */
const INITIALS = /(?<![\p{L}.])(?:\p{Lu}\.)*(?![UI]$)\p{Lu}$/u;

/**
 * Cuts running text into sentences that join to exactly the same text: white space stays on the sentence
 * before it. A colon or semicolon ends nothing; an empty line always does.
 */
export function piecesOf(text: string, language = 'nl'): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(POSSIBLE_END)) {
    const rest = text.slice(index + mark.length);
    const after = rest.trimStart();
    if (!/^\n/.test(mark) && !endsHere(text.slice(start, index).trimStart(), mark, after, language)) continue;
    const end = text.length - after.length;
    if (end > start) pieces.push(text.slice(start, end));
    start = Math.max(start, end);
  }
  return start < text.length ? [...pieces, text.slice(start)] : pieces;
}

/** The sentences of running text, first to last, without the white space around them. Empty text has none. */
export function sentencesOf(text: string, language = 'nl'): string[] {
  return piecesOf(text, language)
    .map((piece) => piece.trim())
    .filter((sentence) => sentence !== '');
}

function endsHere(sentence: string, mark: string, after: string, language: string): boolean {
  if (after === '') return true;
  const asks = /[!?؟]/.test(mark);
  if (startsSmall(after)) return asks && !/["'”’»)\]]$/.test(mark);
  if (mark !== '.') return true;
  const word = sentence.replace(/^.*[\s("'“‘«[]/s, '').toLowerCase();
  if (/^\d{1,2}$/.test(sentence)) return false;
  if (NEVER_AN_END[language]?.has(word)) return false;
  if (NO_END_BEFORE_A_NUMBER[language]?.has(word)) return !/^[\d{€]/.test(after);
  return !INITIALS.test(sentence) || OPENERS.has(after.toLowerCase().replace(/[^\p{L}].*$/su, ''));
}

/** Does it go on with a small letter? A name such as "iPhone" and "'s Avonds" can open a sentence. */
function startsSmall(after: string): boolean {
  const opening = after.replace(/^['’][snt] /, '').replace(/^["'“‘«([*]+/, '');
  return /^\p{Ll}(?!\p{Lu})/u.test(opening) && !/^[\p{Ll}\d-]+\.(nl|com|org|eu|net)\b/u.test(opening);
}
