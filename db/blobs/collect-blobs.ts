import { readStoredManifest } from '../../core/contract/repository/stored-manifest.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { blobsOf } from './blobs-of.ts';
import { lockBlobs } from './lock-blobs.ts';

/** What a store needs: the pictures of every version in it, and all that the manifests of these name. */
export function neededBlobs(db: ReadDb): Set<string> {
  const pictures = db.prepare<[], string>('SELECT sha256 FROM media').pluck().all() as string[];
  const manifests = db.prepare<[], string>('SELECT body FROM pack_manifests').pluck().all() as string[];
  const named = manifests.flatMap((body) =>
    (readStoredManifest(body)?.files ?? []).map(({ sha256 }) => sha256),
  );
  return new Set([...pictures, ...named]);
}

/** So long an update that broke off may go on with what had come: a stick is brought again within days. */
const FRESH_MS = 7 * 86_400_000;

/**
 * Removes the contents that no version in the store needs: neither the one that is shown, nor the one before it, nor one that
 * lies ready. Nobody installs meanwhile: the store is locked, and an install looks under the same lock whether its pictures are there.
 * While an update is fetching nothing is removed: it collects what is over when it ends. With `now` (milliseconds since 1970) what came
 * in the last week stays: an update that broke off goes on with it. Throws as lockBlobs does, and the error of the disk.
 */
export function collectBlobs(db: WriteDb, now?: number): void {
  const unlock = lockBlobs(db);
  if (unlock === undefined) return;
  try {
    collectLockedBlobs(db, now);
  } finally {
    unlock();
  }
}

/** The same, by whoever holds the lock of the contents. */
export function collectLockedBlobs(db: WriteDb, now?: number): void {
  // What is of a far future was written before a clock was set right: nobody knows when.
  const isFresh = (writtenAt: number) => now !== undefined && Math.abs(now - writtenAt) < FRESH_MS;
  db.transaction(() => blobsOf(db).keep(neededBlobs(db), isFresh)).immediate();
}
