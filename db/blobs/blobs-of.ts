import { dirname } from 'node:path';
import type { ReadDb } from '../open.ts';
import { type Blobs, contentOf, DamagedBlobError, openBlobStore } from './blob-store.ts';

const KNOWN = new WeakMap<ReadDb, Blobs>();

/** The pictures of a content store: in `blobs/` beside it, and of a store in memory, in memory too. */
export function blobsOf(db: ReadDb): Blobs {
  const known = KNOWN.get(db) ?? (db.memory ? blobsInMemory(undefined) : openBlobStore(dirname(db.name)));
  KNOWN.set(db, known);
  return known;
}

/** Has a store in memory read what lies in a data folder, beside what it takes in itself. Nothing is written there. */
export function lendBlobs(db: ReadDb, dataDir: string): void {
  KNOWN.set(db, blobsInMemory(openBlobStore(dataDir)));
}

function blobsInMemory(lent: Pick<Blobs, 'has' | 'read'> | undefined): Blobs {
  const own = new Map<string, Buffer>();
  return {
    has: (content) => own.has(content.sha256) || lent?.has(content) === true,
    read: (content) => {
      const bytes = own.get(content.sha256) ?? lent?.read(content);
      if (bytes === undefined) throw new DamagedBlobError(content.sha256);
      return bytes;
    },
    put: (bytes) => {
      const content = contentOf(bytes);
      own.set(content.sha256, Buffer.from(bytes));
      return content;
    },
    sync: () => undefined,
    keep: (digests) => {
      for (const sha256 of own.keys()) if (!digests.has(sha256)) own.delete(sha256);
    },
  };
}
