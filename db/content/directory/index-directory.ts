import { isShown } from '../../../core/domain/directory/facet.ts';
import type { SearchDocument } from '../../../core/domain/search-document.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { indexDocuments } from '../search/index-documents.ts';
import { activeDirectory } from './active-directory.ts';
import { readerOf } from './read-directory.ts';
import { serviceDocument } from './service-document.ts';

/** Goes up when the index of the same directory would be another one. */
const INDEX_VERSION = 3;
const SOURCE = 'directory';
const AT_ONCE = 500;

/**
 * Puts the services that are shown into the search index, where it is not of this very directory: after an import, or
 * at the next start when a power cut came between the two. Says whether there was anything to do.
 */
export function indexShownDirectory(db: WriteDb): boolean {
  const active = activeDirectory(db);
  if (active === undefined) return false;
  const madeOf = `${INDEX_VERSION} ${active.generation} ${active.digest}`;
  const indexed = db.prepare('SELECT made_of FROM search_sources WHERE source = ?').pluck().get(SOURCE);
  if (indexed === madeOf) return false;
  indexDocuments(db, SOURCE, documentsOf(db, active.generation), { madeOf });
  return true;
}

function* documentsOf(db: ReadDb, generation: number): Generator<SearchDocument> {
  const reader = readerOf(db, generation);
  for (let found = reader.after(0, AT_ONCE); found.length > 0; ) {
    for (const { service } of found) if (isShown(service)) yield serviceDocument(service);
    found = reader.after(found.at(-1)?.number ?? 0, AT_ONCE);
  }
}
