import { join } from 'node:path';
import { activeDigests } from '../../db/content/read-content.ts';
import type { ReadDb } from '../../db/open.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';
import { listPackFolders } from '../../packs/list-pack-folders.ts';

/**
 * Is there a pack in the folder that the store does not show as it is? One that cannot be read counts as well: whoever
 * installs it says why. Throws when the store turns out to be damaged.
 */
export function anyNewPack(db: ReadDb, folder: string): boolean {
  const known = activeDigests(db);
  return listPackFolders(folder).some((name) => {
    try {
      return !known.has(digestPackFolder(join(folder, name)));
    } catch {
      return true;
    }
  });
}
