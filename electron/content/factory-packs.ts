import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { activeDigests } from '../../db/content/read-content.ts';
import type { ReadDb } from '../../db/open.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';

/** The names of the packs that lie in a folder. */
export function packsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * Is there a pack in the folder that the store does not show as it is? One that cannot be read counts as well: whoever
 * installs it says why. Throws when the store turns out to be damaged.
 */
export function anyNewPack(db: ReadDb, folder: string): boolean {
  const known = activeDigests(db);
  return packsIn(folder).some((name) => {
    try {
      return !known.has(digestPackFolder(join(folder, name)));
    } catch {
      return true;
    }
  });
}
