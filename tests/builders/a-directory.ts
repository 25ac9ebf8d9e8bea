import type { Service } from '../../core/domain/directory/service.ts';
import { beginDirectory, showDirectory } from '../../db/content/directory/write-directory.ts';
import type { WriteDb } from '../../db/open.ts';
import { aStore } from './a-store.ts';

/** A content store that shows a directory of these services. */
export function aDirectory(services: readonly Service[], db: WriteDb = aStore('content')): WriteDb {
  const draft = beginDirectory(db, 'import', 'test');
  draft.write(services);
  showDirectory(db, draft.generation, () => undefined);
  return db;
}
