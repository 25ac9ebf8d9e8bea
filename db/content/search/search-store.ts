import { deletionsOf, slipsBetween } from '../../../core/domain/search/typing.ts';
import type { SearchKind } from '../../../core/domain/search-document.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { ReadDb } from '../../open.ts';
import { LANGUAGES, type LanguageRow } from './language-number.ts';
import { CORRECTED, deletionHash, HEAD_LETTERS, headHash } from './write-words.ts';

/** A word that may have been meant, how many slips away it is, and in how many texts it stands. */
export type Correction = { readonly word: string; readonly slips: number; readonly texts: number };

/** What is shown of a document, in one language. */
export type StoredText = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly topic: string;
  readonly picture: string;
  readonly review_by: string | null;
  readonly title: string;
  readonly summary: string;
};

/** A synonym rule: stems that are said, and the phrases of stems that it finds. */
export type SynonymRow = { readonly said: readonly string[]; readonly finds: readonly string[] };

/** The questions that the search asks the store; their statements are prepared once. */
export type SearchStore = ReturnType<typeof prepareStore>;

const stores = new WeakMap<ReadDb, SearchStore>();

/** The questions of a store. */
export function searchStore(db: ReadDb): SearchStore {
  const known = stores.get(db) ?? prepareStore(db);
  stores.set(db, known);
  return known;
}

function prepareStore(db: ReadDb) {
  const rows = (table: 'search_titles' | 'search_bodies') =>
    db
      .prepare<[string, bigint, bigint, number], number>(
        `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?`,
      )
      .pluck();
  const languages = db.prepare<[], LanguageRow>(LANGUAGES);
  const texts = db
    .prepare<[number, string], number>(
      'SELECT sum(texts) FROM search_words WHERE language_id = ? AND word = ?',
    )
    .pluck();
  const completion = db
    .prepare<[number, string, string], number>(
      'SELECT 1 FROM search_words WHERE language_id = ? AND word >= ? AND word < ? LIMIT 1',
    )
    .pluck();
  const completions = db
    .prepare<[number, string, string, number], string>(
      `SELECT word FROM search_words WHERE language_id = ? AND word >= ? AND word < ?
       GROUP BY word ORDER BY sum(texts) DESC LIMIT ?`,
    )
    .pluck();
  const withHead = db
    .prepare<[number, string, string, number], string>(
      'SELECT DISTINCT word FROM search_words WHERE language_id = ? AND word >= ? AND word < ? LIMIT ?',
    )
    .pluck();
  // CROSS JOIN keeps SQLite to this order: it would read all words of the language.
  const near = db.prepare<[string, number], { word: string; texts: number }>(
    `SELECT word, texts FROM json_each(?) CROSS JOIN search_deletions ON hash = value
     CROSS JOIN search_words USING (word_id) WHERE language_id = ?`,
  );
  const synonyms = db.prepare<[number, string, string], { said: string; finds: string }>(
    'SELECT DISTINCT said, finds FROM search_synonyms WHERE language_id = ? AND lead >= ? AND lead <= ?',
  );
  return {
    db,
    titles: rows('search_titles'),
    bodies: rows('search_bodies'),
    /** A document with its text in a language, where it has one, and where it is what opens: not a page that another pack has first. */
    hit: db.prepare<[number, number], StoredText>(
      `SELECT kind, document.id AS id, topic, picture, review_by, title, summary
       FROM search_texts JOIN search_documents AS document USING (document_id)
       WHERE document_id = ? AND language_id = ?
         AND NOT (kind = 'flow' AND ${hasOneBefore('flows')}) AND NOT (kind = 'article' AND ${hasOneBefore('articles')})`,
    ),
    /** Asked each time: an install can bring a language. */
    languages: (): Map<Language, number> =>
      new Map(languages.all().map(({ language, language_id }) => [language, language_id])),
    /** In how many texts a word stands; 0 when nobody writes it. */
    textsWith: (language: number, word: string): number => texts.get(language, word) ?? 0,
    /** Does a word begin like this? */
    begins: (language: number, beginning: string): boolean =>
      completion.get(language, beginning, beginning + LAST) !== undefined,
    /** The words that begin like this, those in most texts first. */
    completions: (language: number, beginning: string, most: number): string[] =>
      completions.all(language, beginning, beginning + LAST, most),
    /** The words that are one slip away from a word that nobody writes, or two from a long one: the nearest first. */
    corrections(language: number, word: string, most: 1 | 2): Correction[] {
      if (!CORRECTED.test(word)) return [];
      const shorter = deletionsOf(word);
      const hashes = (most === 1 ? shorter : [...new Set(shorter.flatMap(deletionsOf))]).map((each) =>
        deletionHash(language, each),
      );
      const found = new Map<string, Correction>();
      for (const row of near.all(JSON.stringify(hashes), language)) {
        const slips = slipsBetween(word, row.word, most);
        const before = found.get(row.word)?.texts ?? 0;
        if (slips > 0 && slips <= most)
          found.set(row.word, { word: row.word, slips, texts: before + row.texts });
      }
      return [...found.values()].sort((one, other) => one.slips - other.slips || other.texts - one.texts);
    },
    /** The heads of words that are one slip away from this one. */
    heads(language: number, head: string): string[] {
      if (!CORRECTED.test(head)) return [];
      const hashes = deletionsOf(head).map((shorter) => headHash(language, shorter));
      const heads = near.all(JSON.stringify(hashes), language).map(({ word }) => word.slice(0, HEAD_LETTERS));
      return [...new Set(heads)].filter((other) => slipsBetween(head, other, 2) <= 2);
    },
    /** Words that begin like this, the first in the order of letters. */
    wordsWithHead: (language: number, head: string, most: number): string[] =>
      withHead.all(language, head, head + LAST, most),
    /** The synonym rules with this stem as their longest, or with one, or a whole word, that begins like this; each once. */
    synonyms: (language: number, stem: string, isBeginning: boolean): SynonymRow[] =>
      synonyms.all(language, stem, isBeginning ? stem + LAST : stem).map(({ said, finds }) => ({
        said: said.split(' '),
        finds: JSON.parse(finds) as string[],
      })),
  };
}

/** Is there a page of the same name in a pack that goes before that of the document? */
function hasOneBefore(pages: 'flows' | 'articles'): string {
  return `EXISTS (SELECT 1 FROM active_packs AS pack JOIN ${pages} AS page USING (pack_id, version)
    WHERE page.id = document.id AND 'pack:' || pack.pack_id < document.source)`;
}

/** Behind every letter. */
const LAST = '\u{10ffff}';

/** A language of the index: its code and its number. */
export type IndexLanguage = { readonly code: Language; readonly number: number };
