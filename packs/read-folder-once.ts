import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FolderFault } from '../core/contract/preview.ts';
import { MOST_FILE_BYTES, MOST_FILES, MOST_PACK_BYTES } from '../core/contract/repository/manifest.ts';
import { digestPack } from './digest-pack-folder.ts';
import type { PackFiles } from './pack-files.ts';

const MOST_DEPTH = 8;
/** Never through a link, and never waiting for a device or pipe that somebody put there. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A folder that is not read, and the file in it that is the reason (empty: the folder itself). */
export class RefusedFolderError extends Error {
  readonly fault: FolderFault;
  readonly file: string;
  constructor(fault: FolderFault, file: string, cause?: unknown) {
    super(`${fault}: "${file}"`, { cause });
    this.fault = fault;
    this.file = file;
  }
}

/** A folder as it was at one moment: its files in memory, and the digest of them all. */
export type FolderOnce = { readonly files: PackFiles; readonly digest: string };

/**
 * Reads every file of a folder that anybody may have made, each once, so that what is checked is what is shown. Nothing outside
 * the folder is read: a link, and what is no plain file, refuses the whole, and so does what is larger than any pack. Names that
 * begin with a point are skipped. The folder is only read; all of it is held in memory for a while. `most`: bytes. Throws
 * RefusedFolderError.
 */
export function readFolderOnce(folder: string, most = MOST_PACK_BYTES): FolderOnce {
  const root = rootOf(folder);
  const paths = filesBelow(root, '', 0, { count: 0 }).sort();
  const contents = new Map<string, Buffer>();
  let left = most;
  for (const path of paths) {
    const bytes = readPlain(root, path);
    left -= bytes.length;
    if (left < 0) throw new RefusedFolderError('too-large', path);
    contents.set(path, bytes);
  }
  const read = (path: string): Buffer => {
    const bytes = contents.get(path);
    if (bytes === undefined) throw new Error(`"${path}" was not read.`);
    return bytes;
  };
  return {
    files: { paths, read, sizeOf: (path) => read(path).length },
    digest: digestPack(
      paths.map((path) => ({ path, sha256: createHash('sha256').update(read(path)).digest('hex') })),
    ),
  };
}

function rootOf(folder: string): string {
  try {
    const found = lstatSync(folder);
    if (found.isSymbolicLink()) throw new RefusedFolderError('link', '');
    if (!found.isDirectory()) throw new RefusedFolderError('no-folder', '');
    return realpathSync(folder);
  } catch (error) {
    throw error instanceof RefusedFolderError ? error : new RefusedFolderError(faultOf(error), '', error);
  }
}

function filesBelow(root: string, under: string, depth: number, seen: { count: number }): string[] {
  if (depth > MOST_DEPTH) throw new RefusedFolderError('too-many', under);
  return entriesOf(root, under).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (++seen.count > MOST_FILES) throw new RefusedFolderError('too-many', path);
    if (entry.isSymbolicLink()) throw new RefusedFolderError('link', path);
    if (entry.isDirectory()) return filesBelow(root, path, depth + 1, seen);
    if (!entry.isFile()) throw new RefusedFolderError('not-plain', path);
    return [path];
  });
}

function entriesOf(root: string, under: string): Dirent[] {
  try {
    return readdirSync(join(root, under), { withFileTypes: true });
  } catch (error) {
    throw new RefusedFolderError(under === '' ? faultOf(error) : 'unreadable', under, error);
  }
}

function readPlain(root: string, path: string): Buffer {
  const file = join(root, path);
  let handle: number | undefined;
  try {
    handle = openSync(file, FLAGS);
    const { size, isPlain } = sizeOf(handle);
    if (!isPlain) throw new RefusedFolderError('not-plain', path);
    if (size > MOST_FILE_BYTES) throw new RefusedFolderError('file-too-large', path);
    // A folder on the way may have become a link since it was listed.
    if (realpathSync(dirname(file)) !== dirname(file)) throw new RefusedFolderError('changed', path);
    const bytes = Buffer.alloc(size);
    for (let at = 0; at < size; ) {
      const read = readSync(handle, bytes, at, size - at, at);
      if (read === 0) throw new RefusedFolderError('changed', path);
      at += read;
    }
    return bytes;
  } catch (error) {
    if (error instanceof RefusedFolderError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new RefusedFolderError(code === 'ELOOP' ? 'link' : 'unreadable', path, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function sizeOf(handle: number): { size: number; isPlain: boolean } {
  const found = fstatSync(handle);
  return { size: found.size, isPlain: found.isFile() };
}

function faultOf(error: unknown): FolderFault {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code)
    ? 'no-folder'
    : 'unreadable';
}
