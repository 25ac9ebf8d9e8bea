import { deletionsOf, hashOf } from '../../../core/domain/search/typing.ts';
import type { WriteDb } from '../../open.ts';
import type { CountedWord } from './staged-words.ts';

/** Shorter words have too many others near them; longer ones nobody types. Figures have no spelling. */
export const CORRECTED = /^\p{L}{3,30}$/u;

/** With so many letters a beginning says which word it will be, also when one of them is wrong. */
export const HEAD_LETTERS = 5;

/** Writes down the words of a source in one language, given in their order, and what each shares with its misspellings. */
export function writeWords(
  db: WriteDb,
  source: string,
  language: number,
  words: Iterable<CountedWord>,
): void {
  const word = db.prepare('INSERT INTO search_words (source, language_id, word, texts) VALUES (?, ?, ?, ?)');
  const deletion = db.prepare(
    'INSERT INTO search_deletions (hash, word_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  // Words come in their order: those with the same head follow each other.
  let last = '';
  for (const { word: each, texts } of words) {
    const id = word.run(source, language, each, texts).lastInsertRowid;
    if (!CORRECTED.test(each)) continue;
    for (const shorter of deletionsOf(each)) deletion.run(deletionHash(language, shorter), id);
    const head = each.slice(0, HEAD_LETTERS);
    if (head === last) continue;
    last = head;
    for (const shorter of deletionsOf(head)) deletion.run(headHash(language, shorter), id);
  }
}

/** The number under which the head of a word without a letter stands: at one word that has it. */
export function headHash(language: number, shorter: string): number {
  return deletionHash(language, `${shorter}…`);
}

/** The number under which a word without a letter stands, in one language. */
export function deletionHash(language: number, shorter: string): number {
  return hashOf(`${language} ${shorter}`);
}
