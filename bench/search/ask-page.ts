import type { SearchPage } from '../../core/contract/search.ts';
import { searchPage } from '../../db/content/search-page.ts';
import type { ReadDb } from '../../db/open.ts';

/** What the app answers to a keystroke of a Dutch visitor, whole. */
export function askPage(db: ReadDb, text: string): SearchPage {
  return searchPage(db, { text, language: 'nl' }, '2026-11-26');
}
