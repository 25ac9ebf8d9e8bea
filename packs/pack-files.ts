import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackFiles } from './list-pack-files.ts';

/** The files of a pack, wherever they lie: by path, relative to the pack, with forward slashes, sorted. */
export type PackFiles = {
  readonly paths: readonly string[];
  /** Bytes. Throws when the file cannot be read. */
  readonly sizeOf: (path: string) => number;
  /** Throws when the file cannot be read. */
  readonly read: (path: string) => Uint8Array;
};

/** Is a file of a pack one of its pictures? All others are texts. */
export const isMediaPath = (path: string) => path.startsWith('media/');

/** The files of the pack in a folder. Throws UnreadablePackError when there is no such folder. */
export function packFilesIn(folder: string): PackFiles {
  return {
    paths: listPackFiles(folder),
    sizeOf: (path) => statSync(join(folder, path)).size,
    read: (path) => readFileSync(join(folder, path)),
  };
}
