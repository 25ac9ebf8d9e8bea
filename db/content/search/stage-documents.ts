import { wordsIn } from '../../../core/domain/search/words-in.ts';
import type { SearchDocument } from '../../../core/domain/search-document.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { WriteDb } from '../../open.ts';
import { languageNumber } from './language-number.ts';
import { StagedWords } from './staged-words.ts';

/**
 * Writes down the documents, and lays their words aside in a temporary table: what a compound is made of is known
 * only when all words have been seen. Gives the words.
 */
export function stageDocuments(
  db: WriteDb,
  source: string,
  documents: Iterable<SearchDocument>,
): StagedWords {
  db.exec(`
    DROP TABLE IF EXISTS temp.staged_texts;
    CREATE TEMP TABLE staged_texts (
      document_id INTEGER NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL, body TEXT NOT NULL
    ) STRICT`);
  const document = db.prepare(
    'INSERT INTO search_documents (source, kind, id, topic, picture, review_by) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const text = db.prepare(
    `INSERT INTO search_texts (document_id, language_id, title, summary, title_row, summary_row, strong_row, body_row)
     VALUES (?, ?, ?, ?, 0, 0, 0, 0)`,
  );
  const staged = db.prepare('INSERT INTO staged_texts VALUES (?, ?, ?, ?, ?)');
  const words = new StagedWords(db);
  const numbers = new Map<Language, number>();
  const numberOf = (language: Language) => {
    const number = numbers.get(language) ?? languageNumber(db, language);
    numbers.set(language, number);
    return number;
  };
  for (const { kind, id, topic, picture, review_by, texts } of documents) {
    const key = document.run(source, kind, id, topic, picture, review_by ?? null).lastInsertRowid;
    for (const [language, said] of Object.entries(texts)) {
      if (said === undefined) continue;
      const [title, summary, body] = [said.title, `${said.summary} ${said.alsoCalled ?? ''}`, said.body].map(
        (part) => wordsIn(part).map(({ word }) => word),
      ) as [string[], string[], string[]];
      text.run(key, numberOf(language), said.title, said.summary);
      staged.run(key, language, title.join(' '), summary.join(' '), body.join(' '));
      words.count(language, new Set([...title, ...summary, ...body]));
    }
  }
  return words;
}
