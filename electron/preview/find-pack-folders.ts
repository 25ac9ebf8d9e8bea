import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_PATH, type PackFolder, type PackPlace } from '../../core/contract/preview.ts';
import { readPackAbout } from '../../packs/read-pack-about.ts';

/** Where to look: each folder, and each folder in it, may be a pack. */
export type PackSearch = { readonly folder: string; readonly place: PackPlace };

/** A list that is longer is no list to choose from. */
const MOST_FOLDERS = 60;
const MOST_LOOKED_AT = 2_000;

/** The folders of packs that can be found without being asked where: on sticks, in the data folder, with the app. */
export function findPackFolders(searches: readonly PackSearch[]): PackFolder[] {
  const found = new Map<string, PackFolder>();
  let looked = 0;
  const look = (folder: string, place: PackPlace, deeper: number) => {
    if (++looked > MOST_LOOKED_AT || found.size >= MOST_FOLDERS || folder.length > MOST_PATH) return;
    if (existsSync(join(folder, 'pack.yaml'))) {
      const about = readPackAbout(folder);
      const path = realpathSync(folder);
      if (!found.has(path))
        found.set(path, { path, place, title: about?.title ?? null, version: about?.version ?? null });
    } else if (deeper > 0) for (const name of foldersIn(folder)) look(join(folder, name), place, deeper - 1);
  };
  for (const { folder, place } of searches) look(folder, place, DEPTH[place]);
  return [...found.values()];
}

/** The packs on a stick lie on top of it, or in folders. */
const DEPTH: Readonly<Record<PackPlace, number>> = { stick: 3, data: 1, app: 1 };

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return []; // Not there, or not ours to read: then no pack is offered from it.
  }
}
