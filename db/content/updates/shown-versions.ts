import type { ReadDb } from '../../open.ts';

/** Which version of each pack visitors see. */
export function shownVersions(db: ReadDb): { readonly pack_id: string; readonly version: number }[] {
  return db
    .prepare<[], { pack_id: string; version: number }>('SELECT pack_id, version FROM active_packs')
    .all();
}
