import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush } from '../flush.ts';
import { openForReadingBeside, type ReadDb, type WriteDb } from '../open.ts';
import { unsound } from '../unsound.ts';
import { readHead, sealChained } from './audit.ts';
import { isSealed } from './audit-chain.ts';
import { wholeCopies, writeBothCopies } from './copies.ts';
import { rottenQuestion } from './desk/question-proof.ts';
import { brokenLine } from './mend-audit.ts';
import { rottenRow } from './row-proof.ts';

/** Says, beside the key, that what an older version logged was sealed: from then on a log without a seal is none of an older version. */
const markIn = (dataDir: string) => join(dataDir, 'audit.sealed');

/** Was what an older version logged sealed, or was there nothing of one? */
export function wasSealed(dataDir: string): boolean {
  return existsSync(markIn(dataDir));
}

/**
 * Seals the log that came over from an older version, which had no seals, when the store is opened the first time; never again afterwards, or
 * whoever tells the log anew without the key would have it sealed by a start. A log that is broken is not sealed, and no copy is made of a store in
 * which something rotted: it is tried again at the next start, which mends it first. `makeKey`: the key of this device, made when there is none.
 * Throws SqliteError, and the error of the disk; then it is tried at the next start too.
 */
export function sealOnce(db: WriteDb, dataDir: string, makeKey: (dataDir: string) => Uint8Array): void {
  if (wasSealed(dataDir)) return;
  if (isOfBefore(db) && !sealAll(db, dataDir, makeKey)) return;
  const mark = markIn(dataDir);
  writeFileSync(mark, '', { mode: 0o600 });
  flush(mark);
  flush(dataDir);
}

/** Seals the log, and writes the copies over that would come back without a seal. False when something keeps it from that. */
function sealAll(db: WriteDb, dataDir: string, makeKey: (dataDir: string) => Uint8Array): boolean {
  // A log that is whole is sealed whatever else rotted: else the next line would call it broken.
  if (hasNoSeal(db)) {
    if (brokenLine(db) !== undefined) return false;
    sealChained(db, () => makeKey(dataDir));
  }
  const copies = join(dataDir, 'copies');
  if (!wholeCopies(copies).some((file) => isBare(file, db))) return true;
  if (!isAsWritten(db)) return false;
  writeBothCopies(db, copies);
  return true;
}

/**
 * What is wrong with the seal of a log that goes on to its end, as a sentence: whoever has no key can tell such a log anew. Undefined when it
 * is the seal of this device, when there is no log, and while nobody can say: without a key, and until what an older version logged is sealed.
 * Throws SqliteError.
 */
export function wrongSeal(db: ReadDb, dataDir: string, key: Uint8Array | undefined): string | undefined {
  const head = readHead(db);
  if (head === undefined || key === undefined || !wasSealed(dataDir) || isSealed(head, key)) return undefined;
  return `line ${head.seq} of the audit log is the last, and carries no seal of this device`;
}

function isOfBefore(db: ReadDb): boolean {
  return db.prepare("SELECT 1 FROM audit WHERE act = 'chained'").get() !== undefined;
}

function hasNoSeal(db: ReadDb): boolean {
  return readHead(db)?.seal === null;
}

/** Has a copy no seal, or is it so old that it knows of none? */
function isBare(file: string, beside: ReadDb): boolean {
  let copy: ReadDb | undefined;
  try {
    copy = openForReadingBeside(file, beside);
    return hasNoSeal(copy);
  } catch {
    return true;
  } finally {
    copy?.close();
  }
}

function isAsWritten(db: ReadDb): boolean {
  return (
    unsound(db).length === 0 &&
    rottenQuestion(db) === undefined &&
    rottenRow(db) === undefined &&
    brokenLine(db) === undefined
  );
}
