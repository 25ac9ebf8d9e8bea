import type { ReadDb } from '../../open.ts';
import type { ActiveVersion } from '../install-pack.ts';

/** A version that visitors see, and where its content came from. */
export type Shown = Pick<ActiveVersion, 'version' | 'origin'> & { readonly pack_id: string };

/** Which version of each pack visitors see. */
export function shownVersions(db: ReadDb): Shown[] {
  return db
    .prepare<[], Shown>(
      'SELECT pack_id, version, origin FROM active_packs JOIN pack_versions USING (pack_id, version)',
    )
    .all();
}
