import type { ReadDb } from '../../open.ts';
import { activeDirectory } from './active-directory.ts';

/** Goes up when the index of the same directory would be another one. */
const INDEX_VERSION = 4;
/** What the index calls the directory. */
export const DIRECTORY_SOURCE = 'directory';

/** A directory that is shown, and what its index is made of. */
export type DirectoryToIndex = { readonly generation: number; readonly madeOf: string };

/**
 * The directory that is shown and not in the search index as it is: after an import, or after a power cut between the two.
 * Apart from what indexes it, which is large and mostly not needed.
 */
export function directoryToIndex(db: ReadDb): DirectoryToIndex | undefined {
  const active = activeDirectory(db);
  if (active === undefined) return undefined;
  const { generation, digest } = active;
  const madeOf = `${INDEX_VERSION} ${generation} ${digest}`;
  const indexed = db
    .prepare('SELECT made_of FROM search_sources WHERE source = ?')
    .pluck()
    .get(DIRECTORY_SOURCE);
  return indexed === madeOf ? undefined : { generation, madeOf };
}
