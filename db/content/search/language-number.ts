import type { Language } from '../../../core/domain/words.ts';
import type { ReadDb, WriteDb } from '../../open.ts';

/** The number of a language in the index; it gets one when it has none. */
export function languageNumber(db: WriteDb, language: Language): number {
  db.prepare('INSERT INTO search_languages (language) VALUES (?) ON CONFLICT DO NOTHING').run(language);
  return readLanguageNumbers(db).get(language) as number;
}

/** The languages of the index, with their numbers. */
export function readLanguageNumbers(db: ReadDb): Map<Language, number> {
  const rows = db.prepare<[], LanguageRow>(LANGUAGES).all();
  return new Map(rows.map(({ language, language_id }) => [language, language_id]));
}

/** The query for the languages of the index. */
export const LANGUAGES = 'SELECT language, language_id FROM search_languages';
export type LanguageRow = { readonly language: Language; readonly language_id: number };
