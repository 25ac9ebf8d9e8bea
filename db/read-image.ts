import { readFileSync, statSync } from 'node:fs';
import { type OpenOptions, openForReading } from './open.ts';

/** Where the header says that the store is written through a WAL: two bytes that are 2 then, and 1 otherwise. */
const WRITE_AND_READ_VERSION = [18, 19] as const;
const WITHOUT_WAL = 1;

/**
 * The bytes of a store on a disk that takes no writes, to go on with in memory. Throws when it cannot be read.
 * SQLite cannot open such a store where it lies: it needs a file beside it, and there is no room or right to make one.
 */
export function readImage(file: string, options: OpenOptions = {}): Buffer {
  const image = sizeOf(`${file}-wal`) === 0 ? readFileSync(file) : throughWal(file, options);
  // A store in memory has no WAL; SQLite refuses an image that asks for one.
  for (const place of WRITE_AND_READ_VERSION) image[place] = WITHOUT_WAL;
  return image;
}

/** What was not yet moved out of the WAL counts too. A crash left the files that SQLite needs to read it. */
function throughWal(file: string, options: OpenOptions): Buffer {
  const db = openForReading(file, options);
  try {
    return db.serialize();
  } finally {
    db.close();
  }
}

/** The size of a file; 0 when it is not there. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
