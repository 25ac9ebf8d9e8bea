import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush } from '../flush.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { sealChained } from './audit.ts';
import { hasWholeCopy, writeCopy } from './copies.ts';

/** Says, beside the key, that what an older version logged was sealed: from then on a log without a seal is none of an older version. */
const markIn = (dataDir: string) => join(dataDir, 'audit.sealed');

/**
 * Seals the log that came over from an older version, which had no seals, when the store is opened the first time; never again afterwards, or
 * whoever tells the log anew without the key would have it sealed by a start. `makeKey`: the key of this device, made when there is none.
 * Throws SqliteError, and the error of the disk; then it is tried at the next start.
 */
export function sealOnce(db: WriteDb, dataDir: string, makeKey: (dataDir: string) => Uint8Array): void {
  const mark = markIn(dataDir);
  if (existsSync(mark)) return;
  if (isOfBefore(db)) {
    sealChained(db, () => makeKey(dataDir));
    // A copy from before would come back without a seal: each of the two is written over.
    const copies = join(dataDir, 'copies');
    if (hasWholeCopy(copies)) for (let each = 0; each < 2; each++) writeCopy(db, copies);
  }
  writeFileSync(mark, '', { mode: 0o600 });
  flush(mark);
  flush(dataDir);
}

function isOfBefore(db: ReadDb): boolean {
  return db.prepare("SELECT 1 FROM audit WHERE act = 'chained'").get() !== undefined;
}
