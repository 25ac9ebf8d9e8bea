import { join } from 'node:path';
import { listPackFolders } from '../../packs/list-pack-folders.ts';
import { readPackAbout } from '../../packs/read-pack-about.ts';

/** The folders of the packs that came with the app, by the id of the pack. One that cannot be read is none. */
export function factoryFolders(packsDir: string): ReadonlyMap<string, string> {
  return new Map(
    listPackFolders(packsDir).flatMap((name) => {
      const folder = join(packsDir, name);
      const id = readPackAbout(folder)?.id;
      return id === undefined ? [] : [[id, folder] as const];
    }),
  );
}
