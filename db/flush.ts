import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';

/** Waits until what was written is on the disk: the bytes of a file, or the names in a folder. Throws the error of the disk. */
export function flush(path: string): void {
  // Windows flushes only what was opened for writing, and a folder cannot be.
  const descriptor = openSync(path, statSync(path).isDirectory() ? 'r' : 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
