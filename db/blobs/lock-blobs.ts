import { accessSync, constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { openForLocking, type ReadDb } from '../open.ts';

/**
 * Locks the contents of a store for one that fetches what no version in it names yet, or removes what none does: the one would take away
 * what the other brings. Other processes, and other updates of this one, wait for `patienceMs`. Returns what unlocks; undefined when
 * somebody else holds the lock. It is SQLite's own lock on a file beside the store, so it ends with the process, however that ends.
 * Throws SqliteError when the file cannot be made, and an error of the disk (`EACCES`, `EROFS`) when it may not be written.
 */
export function lockBlobs(db: ReadDb, patienceMs = 0): (() => void) | undefined {
  if (db.memory) return () => undefined; // Nobody else knows it.
  const file = join(dirname(db.name), 'blobs.lock');
  const lock = openForLocking(file, db, patienceMs);
  try {
    // SQLite opens what it may not write for reading only, where many hold a lock at once. Opening it to see would end our own locks on it.
    accessSync(file, constants.W_OK);
    lock.pragma('journal_mode = OFF'); // There is nothing to write, also on a full disk.
    lock.exec('BEGIN EXCLUSIVE');
    return () => void lock.close();
  } catch (error) {
    lock.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
