import { type Level, rowOf } from '../../../core/domain/search/place.ts';
import { isStopWord } from '../../../core/domain/search/stop-words.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { WriteDb } from '../../open.ts';
import { languageNumber } from './language-number.ts';
import type { StagedWords } from './staged-words.ts';
import { makeTerms, type Terms } from './terms.ts';

type Staged = {
  readonly document_id: number;
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
};

/** So many texts are in memory at a time. */
const AT_A_TIME = 500;

/**
 * A word is strong in a text when it is written often for the length of that text: BM25's weight of a term (k1 = 1.2,
 * b = 0.75), for a text of ordinary length reached by the second time.
 */
const STRONG = 0.6;
const ORDINARY_LENGTH = 150;

/**
 * Bytes of a page of an index. Whoever looks for texts that have several words goes through the list of each, and can
 * pass over pages of it but not over a part of one: with FTS5's usual 4050 bytes that takes two to five times as long.
 */
const PAGE_BYTES = 500;

/**
 * Writes the rows of the two indexes for the texts that were laid aside. They go in by their number: FTS5 is slow
 * when they do not.
 */
export function writeRows(db: WriteDb, words: StagedWords): void {
  db.exec(`
    DROP TABLE IF EXISTS temp.staged_titles;
    DROP TABLE IF EXISTS temp.staged_bodies;
    CREATE TEMP TABLE staged_titles (place INTEGER PRIMARY KEY, terms TEXT NOT NULL) STRICT;
    CREATE TEMP TABLE staged_bodies (place INTEGER PRIMARY KEY, terms TEXT NOT NULL) STRICT`);
  const page = db.prepare<[number], Staged & { rowid: number }>(
    `SELECT rowid, * FROM staged_texts WHERE rowid > ? ORDER BY rowid LIMIT ${AT_A_TIME}`,
  );
  const write = rowWriter(db, words);
  for (let last = 0; ; ) {
    const texts = page.all(last);
    if (texts.length === 0) break;
    for (const text of texts) write(text);
    last = (texts.at(-1) as { rowid: number }).rowid;
  }
  db.exec(`
    INSERT INTO search_titles (search_titles, rank) VALUES ('pgsz', ${PAGE_BYTES});
    INSERT INTO search_bodies (search_bodies, rank) VALUES ('pgsz', ${PAGE_BYTES});
    INSERT INTO search_titles (rowid, terms) SELECT place, terms FROM staged_titles ORDER BY place;
    INSERT INTO search_bodies (rowid, terms) SELECT place, terms FROM staged_bodies ORDER BY place;
    INSERT INTO search_titles (search_titles) VALUES ('optimize');
    INSERT INTO search_bodies (search_bodies) VALUES ('optimize');
    DROP TABLE temp.staged_titles;
    DROP TABLE temp.staged_bodies;
    DROP TABLE temp.staged_texts`);
}

function rowWriter(db: WriteDb, words: StagedWords): (text: Staged) => void {
  const title = db.prepare('INSERT INTO staged_titles (place, terms) VALUES (?, ?)');
  const body = db.prepare('INSERT INTO staged_bodies (place, terms) VALUES (?, ?)');
  const places = db.prepare(
    `UPDATE search_texts SET title_row = ?, summary_row = ?, strong_row = ?, body_row = ?
     WHERE document_id = ? AND language_id = ?`,
  );
  const languages = new Map<Language, { number: number; terms: Terms }>();
  for (const language of words.languages()) {
    const known = wordsOfOthers(db, language);
    const terms = makeTerms(language, (part) => known.has(part) || words.has(language, part));
    languages.set(language, { number: languageNumber(db, language), terms });
  }
  return (text) => {
    const { number, terms } = languages.get(text.language) as { number: number; terms: Terms };
    const place = (level: Level, length: number) =>
      rowOf({ language: number, level, length, document: text.document_id });
    const [inTitle, inSummary, inBody] = [text.title, text.summary, text.body].map((part) =>
      part === '' ? [] : part.split(' '),
    ) as [string[], string[], string[]];
    const aboutSomething = (words: readonly string[]) =>
      words.filter((word) => !isStopWord(word, text.language)).length;
    const all = [...inTitle, ...inSummary, ...inBody];
    const length = Math.ceil(all.length / 8);
    const rows = {
      title: place('title', aboutSomething(inTitle)),
      summary: place('summary', aboutSomething(inTitle) + aboutSomething(inSummary)),
      strong: place('strong', length),
      body: place('body', length),
    };
    const joined = (words: readonly string[]) =>
      [...new Set(words.flatMap((word) => terms(word).all))].join(' ');
    title.run(rows.title, joined(inTitle));
    title.run(rows.summary, joined([...inTitle, ...inSummary]));
    body.run(rows.strong, joined([...inTitle, ...inSummary, ...strongIn(all, terms)]));
    body.run(rows.body, joined(all));
    places.run(rows.title, rows.summary, rows.strong, rows.body, text.document_id, number);
  };
}

function strongIn(words: readonly string[], terms: Terms): string[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(terms(word).stem, (times.get(terms(word).stem) ?? 0) + 1);
  const norm = 1.2 * (0.25 + (0.75 * words.length) / ORDINARY_LENGTH);
  return words.filter((word) => {
    const often = times.get(terms(word).stem) as number;
    return often > 1 && often / (often + norm) >= STRONG;
  });
}

/** The words of other sources: a compound in the directory is made of words in a pack. */
function wordsOfOthers(db: WriteDb, language: Language): Set<string> {
  const sql = 'SELECT word FROM search_words WHERE language_id = ? AND length(word) > 2';
  return new Set(db.prepare<[number], string>(sql).pluck().all(languageNumber(db, language)) as string[]);
}
