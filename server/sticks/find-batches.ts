import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stickFile } from '../../core/contract/sync/stick-files.ts';

/** What a kiosk writes onto a stick, if nothing else. */
const BATCH_FILE = stickFile('BATCH', 1);
/** A stick may be carried to several kiosks, each with a folder of its own. */
const DEEPEST = 3;
const MOST_FOLDERS = 2_000;

/**
 * The folders on a stick that hold a batch, in the order of their names. Nothing is followed through a link, and folders that begin with a
 * dot are passed by. Throws the error of the disk when the first folder cannot be read.
 */
export function findBatches(stick: string): string[] {
  const found: string[] = [];
  let seen = 0;
  const look = (folder: string, entries: readonly Dirent[], depth: number) => {
    if (entries.some((entry) => entry.name === BATCH_FILE)) found.push(folder);
    for (const entry of [...entries].sort((one, other) => (one.name < other.name ? -1 : 1))) {
      if (!entry.isDirectory() || entry.name.startsWith('.') || depth === DEEPEST) continue;
      if (++seen > MOST_FOLDERS) return;
      const inside = join(folder, entry.name);
      look(inside, listed(inside), depth + 1);
    }
  };
  look(stick, readdirSync(stick, { withFileTypes: true }), 0);
  return found;
}

/** A folder that cannot be read holds nothing that could be taken in. */
function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
