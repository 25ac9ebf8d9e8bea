import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blobPlace, Sha256 } from '../../core/contract/repository/places.ts';
import { syncFiles } from './sync-files.ts';

/** A content: how many bytes, and which. */
export type Content = { readonly sha256: string; readonly length: number };

/** What lies on the disk under a digest is not what the digest says, or is not there. */
export class DamagedBlobError extends Error {
  readonly sha256: string;

  constructor(sha256: string, cause?: unknown) {
    super(`The content ${sha256.slice(0, 12)} was damaged on this disk. Try again.`, { cause });
    this.sha256 = sha256;
  }
}

/** Contents by their digest: pictures that are shown, and what was fetched. Nothing in it is trusted by its name. */
export type Blobs = {
  /** Is there something of the right length? */
  readonly has: (content: Content) => boolean;
  /** The bytes of a content, proven. Throws DamagedBlobError when they are others, and then they are removed; or not there. */
  readonly read: (content: Content) => Buffer;
  /** Takes a content in, unless it is there and right. It is on its way to the disk; `sync` waits for it. Throws the error of the disk. */
  readonly put: (bytes: Uint8Array) => Content;
  /** Returns when no power cut can take these away any more. Throws the error of the disk. */
  readonly sync: (contents: readonly Content[]) => void;
  /**
   * Removes what is not among these, and what was begun and not finished; but for what `isFresh` says is left alone, by when it was written
   * (milliseconds since 1970).
   */
  readonly keep: (digests: ReadonlySet<string>, isFresh?: (writtenAt: number) => boolean) => void;
};

/** The contents in the folder `blobs/` of a data folder: the same places as in a repository. */
export type BlobStore = Blobs & {
  readonly folder: string;
  /** Where a content lies, or will lie. */
  readonly fileOf: (sha256: string) => string;
  /** Where a content is gathered until it is whole. */
  readonly partOf: (sha256: string) => string;
};

/** The SHA-256 of bytes, as contents are named. */
export function contentOf(bytes: Uint8Array): Content {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
}

/** The contents of a data folder; its folders are made when something is put there. */
export function openBlobStore(dataDir: string): BlobStore {
  const folder = join(dataDir, 'blobs');
  const parts = join(folder, 'parts');
  const fileOf = (sha256: string) => join(dataDir, blobPlace(sha256));
  let isMade = false;
  const partOf = (sha256: string) => {
    if (!isMade) mkdirSync(parts, { recursive: true });
    isMade = true;
    return join(parts, sha256);
  };
  const read = ({ sha256 }: Content) => {
    let bytes: Buffer;
    try {
      bytes = readFileSync(fileOf(sha256));
    } catch (error) {
      if (!UNREADABLE.has(String((error as NodeJS.ErrnoException).code))) throw error;
      throw new DamagedBlobError(sha256, error);
    }
    if (contentOf(bytes).sha256 === sha256) return bytes;
    try {
      rmSync(fileOf(sha256), { force: true });
    } catch {
      // A disk that may only be read keeps it; it is given out no more than before.
    }
    throw new DamagedBlobError(sha256);
  };
  return {
    folder,
    fileOf,
    partOf,
    has: ({ sha256, length }) => statSync(fileOf(sha256), { throwIfNoEntry: false })?.size === length,
    read,
    put: (bytes) => {
      const content = contentOf(bytes);
      if (holds(fileOf(content.sha256), bytes)) return content;
      // Of this process alone: another one may be putting the same.
      const part = `${partOf(content.sha256)}.${process.pid}`;
      try {
        writeFileSync(part, bytes);
        mkdirSync(dirname(fileOf(content.sha256)), { recursive: true });
        renameSync(part, fileOf(content.sha256));
      } catch (error) {
        rmSync(part, { force: true });
        throw error;
      }
      return content;
    },
    sync: (contents) =>
      syncFiles(
        folder,
        contents.map(({ sha256 }) => fileOf(sha256)),
      ),
    keep: (digests, isFresh = () => false) => {
      const remove = (file: string) => {
        const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
        if (written !== undefined && !isFresh(written)) rmSync(file, { force: true });
      };
      for (const name of namesIn(parts)) remove(join(parts, name));
      const all = join(folder, 'sha256');
      for (const first of namesIn(all))
        for (const name of namesIn(join(all, first)))
          if (!digests.has(name) && Sha256.safeParse(name).success) remove(join(all, first, name));
    },
  };
}

/** Not there, or a part of the disk that gives nothing back. */
const UNREADABLE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EIO']);

function holds(file: string, bytes: Uint8Array): boolean {
  try {
    return statSync(file).size === bytes.length && readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
