import { findDocuments } from '../../db/content/search/find-documents.ts';
import { readHits } from '../../db/content/search/read-hits.ts';
import { searchStore } from '../../db/content/search/search-store.ts';
import type { ReadDb } from '../../db/open.ts';

/** The ids of the best ten that our own search finds, best first: the app shows them in groups. */
export function findIds(db: ReadDb, asked: string): string[] {
  const { documents } = findDocuments(searchStore(db), asked, 'nl');
  return readHits(searchStore(db), documents.slice(0, 10), 'nl').map(({ id }) => id);
}
