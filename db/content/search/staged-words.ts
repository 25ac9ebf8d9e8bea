import { hashOf } from '../../../core/domain/search/typing.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { WriteDb } from '../../open.ts';

/** So many words are counted in memory before their counts go to the disk. */
const MOST_HELD = 20_000;
const AT_A_TIME = 500;
/** The bits that say which words are certainly not there: a megabyte, enough to be right of 99 in 100. */
const BITS = 23;

/** A word and the number of texts it stands in. */
export type CountedWord = { readonly word: string; readonly texts: number };

/**
 * The words of a source while it is indexed, by language. They lie in a temporary table, because a large source has more
 * than there is memory for; what is asked most, of words that are not there, a few bits answer.
 */
export class StagedWords {
  readonly #db: WriteDb;
  readonly #held = new Map<string, CountedWord & { readonly language: Language }>();
  readonly #bits = new Uint8Array(2 ** (BITS - 3));
  readonly #put;
  readonly #find;

  constructor(db: WriteDb) {
    this.#db = db;
    db.exec(`
      DROP TABLE IF EXISTS temp.staged_words;
      CREATE TEMP TABLE staged_words (
        language TEXT NOT NULL, word TEXT NOT NULL, texts INTEGER NOT NULL, PRIMARY KEY (language, word)
      ) STRICT, WITHOUT ROWID`);
    this.#put = db.prepare(
      `INSERT INTO staged_words (language, word, texts) VALUES (?, ?, ?)
       ON CONFLICT (language, word) DO UPDATE SET texts = texts + excluded.texts`,
    );
    this.#find = db
      .prepare<[Language, string], 1>('SELECT 1 FROM staged_words WHERE language = ? AND word = ?')
      .pluck();
  }

  /** Counts the words of a text; each is given once. */
  count(language: Language, words: Iterable<string>): void {
    for (const word of words) {
      const key = `${language} ${word}`;
      const texts = (this.#held.get(key)?.texts ?? 0) + 1;
      this.#held.set(key, { language, word, texts });
    }
    if (this.#held.size >= MOST_HELD) this.#putDown();
  }

  /** Is the word in any text? */
  has(language: Language, word: string): boolean {
    this.#putDown();
    return this.#maybe(`${language} ${word}`) && this.#find.get(language, word) !== undefined;
  }

  languages(): Language[] {
    this.#putDown();
    const sql = 'SELECT DISTINCT language FROM staged_words ORDER BY language';
    return this.#db.prepare<[], Language>(sql).pluck().all();
  }

  /** The words of a language, in their order. */
  *of(language: Language): Generator<CountedWord> {
    this.#putDown();
    const page = this.#db.prepare<[Language, string], CountedWord>(
      `SELECT word, texts FROM staged_words WHERE language = ? AND word > ? ORDER BY word LIMIT ${AT_A_TIME}`,
    );
    for (let found = page.all(language, ''); found.length > 0; ) {
      yield* found;
      found = page.all(language, found.at(-1)?.word ?? '');
    }
  }

  clear(): void {
    this.#db.exec('DROP TABLE temp.staged_words');
  }

  /** Puts what was counted in the table, in its order: that touches each page once. */
  #putDown(): void {
    if (this.#held.size === 0) return;
    for (const key of [...this.#held.keys()].sort()) {
      const { language, word, texts } = this.#held.get(key) as CountedWord & { language: Language };
      this.#put.run(language, word, texts);
      for (const bit of bitsOf(key)) this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
    this.#held.clear();
  }

  /** False when a word is certainly not there. */
  #maybe(key: string): boolean {
    return bitsOf(key).every((bit) => ((this.#bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0);
  }
}

/** Two places for a text, one by its hash and one by that hash stirred (Knuth's multiplier). */
function bitsOf(key: string): [number, number] {
  const hash = hashOf(key);
  return [hash >>> (32 - BITS), Math.imul(hash, 0x9e3779b1) >>> (32 - BITS)];
}
