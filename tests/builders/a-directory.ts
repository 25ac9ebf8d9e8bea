import { type PreparedService, prepareService } from '../../core/domain/directory/prepare-service.ts';
import type { Service } from '../../core/domain/directory/service.ts';
import { beginDirectory, showDirectory } from '../../db/content/directory/write-directory.ts';
import type { WriteDb } from '../../db/open.ts';
import { aStore } from './a-store.ts';

/** A content store that shows a directory of these services. */
export function aDirectory(services: readonly Service[], db: WriteDb = aStore('content')): WriteDb {
  const draft = beginDirectory(db, 'import', 'test');
  draft.add(prepared(...services));
  draft.save();
  showDirectory(db, draft.generation, () => undefined);
  return db;
}

/** Services ready to be written. */
export function prepared(...services: readonly Service[]): PreparedService[] {
  return services.map(prepareService);
}
