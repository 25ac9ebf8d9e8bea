import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { blobPlace, Sha256 } from '../core/contract/repository/places.ts';
import { UpdateError } from './update-error.ts';

/** A content: how many bytes, and which. */
export type Content = { readonly sha256: string; readonly length: number };

/**
 * The contents that were fetched, each by its digest, in a folder. It is a store of what need not be fetched again: nothing in it
 * is trusted by its name, so that neither a power cut nor a failing disk does harm.
 */
export type BlobStore = {
  readonly folder: string;
  /** Where a content lies, or will lie. */
  readonly fileOf: (sha256: string) => string;
  /** Where a content is gathered until it is whole. */
  readonly partOf: (sha256: string) => string;
  /** Is there something of the right length? */
  readonly has: (content: Content) => boolean;
  /** The bytes of a content. Throws UpdateError (`untrusted`) when they are others; then they are removed. */
  readonly read: (content: Content) => Buffer;
  /** Removes what is not among these, and what was begun and not finished. */
  readonly keep: (digests: ReadonlySet<string>) => void;
};

/** Opens the store of contents in a data folder; it is made when it is not there. Throws the error of the disk. */
export function openBlobStore(dataDir: string): BlobStore {
  const folder = join(dataDir, 'blobs');
  const parts = join(dataDir, 'blobs', 'parts');
  mkdirSync(parts, { recursive: true });
  const fileOf = (sha256: string) => join(dataDir, blobPlace(sha256));
  const partOf = (sha256: string) => join(parts, sha256);
  return {
    folder,
    fileOf,
    partOf,
    has: ({ sha256, length }) => statSync(fileOf(sha256), { throwIfNoEntry: false })?.size === length,
    read: ({ sha256 }) => {
      const bytes = readFileSync(fileOf(sha256));
      if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
      rmSync(fileOf(sha256), { force: true });
      throw new UpdateError(
        'untrusted',
        `The content ${sha256.slice(0, 12)} was damaged on this disk. Try again.`,
      );
    },
    keep: (digests) => {
      for (const name of namesIn(parts)) rmSync(join(parts, name), { force: true });
      const all = join(folder, 'sha256');
      for (const first of namesIn(all))
        for (const name of namesIn(join(all, first)))
          if (!digests.has(name) && Sha256.safeParse(name).success)
            rmSync(join(all, first, name), { force: true });
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
