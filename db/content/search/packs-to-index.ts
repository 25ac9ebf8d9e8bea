import type { ReadDb } from '../../open.ts';

/** Goes up when the index of the same pack would be another one: then what is installed is indexed again. */
const INDEX_VERSION = 4;

/** A pack that is shown, and what of it stands beside its pages. */
export type PackToIndex = {
  readonly pack_id: string;
  readonly version: number;
  readonly digest: string;
  readonly synonyms: string;
};

/**
 * The packs that are shown and not in the index as they are: they were installed by a version of the app that had no
 * search, or another one. Apart from what indexes them, which is large and mostly not needed.
 */
export function packsToIndex(db: ReadDb): PackToIndex[] {
  return db
    .prepare<[], PackToIndex & { made_of: string | null }>(
      `SELECT pack_id, version, digest, synonyms, made_of FROM active_packs JOIN pack_versions USING (pack_id, version)
       LEFT JOIN search_sources ON source = 'pack:' || pack_id`,
    )
    .all()
    .filter(({ digest, made_of }) => made_of !== indexOf(digest));
}

/** What the index of a pack is made of: these files, by this version of the search. */
export function indexOf(digest: string): string {
  return `${INDEX_VERSION} ${digest}`;
}
