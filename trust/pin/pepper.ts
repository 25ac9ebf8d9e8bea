import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/** Where the pepper of a kiosk lies: beside its stores, in none of them, and in none of their copies. */
export const pepperFile = (dataDir: string) => join(dataDir, 'pin.key');

/** The pepper of this kiosk; undefined when there is none, or when it is not whole. Throws the error of a disk that cannot be read. */
export function readPepper(dataDir: string): Buffer | undefined {
  try {
    const pepper = readFileSync(pepperFile(dataDir));
    return pepper.length === BYTES ? pepper : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The pepper of this kiosk; it is made when there is none, for the account alone that runs this. It is there whole or not at all.
 * Throws the error of the disk.
 */
export function makePepper(dataDir: string): Buffer {
  const known = readPepper(dataDir);
  if (known !== undefined) return known;
  const file = pepperFile(dataDir);
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  const pepper = randomBytes(BYTES);
  const descriptor = openSync(fresh, 'wx', 0o600);
  try {
    writeSync(descriptor, pepper);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
  return pepper;
}
