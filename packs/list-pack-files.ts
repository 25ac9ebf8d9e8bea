import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder cannot be read at all: it is not there, or it is no folder. The message says which. */
export class UnreadablePackError extends Error {}

/**
 * The files of a pack, relative to its folder, with forward slashes, sorted. Names that begin with a point are skipped
 * (editors keep their settings there), and links are not followed, so nothing outside the folder is ever read.
 * Throws UnreadablePackError when there is no such folder.
 */
export function listPackFiles(folder: string): string[] {
  return filesBelow(folder, '').sort();
}

function filesBelow(folder: string, under: string): string[] {
  return entriesOf(join(folder, under))
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(folder, path);
      return entry.isFile() ? [path] : [];
    });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new UnreadablePackError(
      `There is no folder that can be read at "${folder}". Give the folder of a pack.`,
      { cause },
    );
  }
}
