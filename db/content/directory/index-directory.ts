import { isShown } from '../../../core/domain/directory/facet.ts';
import type { SearchDocument } from '../../../core/domain/search-document.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { indexDocuments } from '../search/index-documents.ts';
import { DIRECTORY_SOURCE, directoryToIndex } from './directory-to-index.ts';
import { readerOf } from './read-directory.ts';
import { serviceDocument } from './service-document.ts';

const AT_ONCE = 500;

/** Puts the services that are shown into the search index, where they are not. Says whether there was anything to do. */
export function indexShownDirectory(db: WriteDb): boolean {
  const wanted = directoryToIndex(db);
  if (wanted === undefined) return false;
  const { generation, madeOf } = wanted;
  indexDocuments(db, DIRECTORY_SOURCE, documentsOf(db, generation), { madeOf });
  return true;
}

function* documentsOf(db: ReadDb, generation: number): Generator<SearchDocument> {
  const reader = readerOf(db, generation);
  for (let found = reader.after(0, AT_ONCE); found.length > 0; ) {
    for (const { service } of found) if (isShown(service)) yield serviceDocument(service);
    found = reader.after(found.at(-1)?.number ?? 0, AT_ONCE);
  }
}
