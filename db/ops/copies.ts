import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush } from '../flush.ts';
import type { WriteDb } from '../open.ts';

const NAMES = ['ops-1.db', 'ops-2.db'] as const;
type Name = (typeof NAMES)[number];

/**
 * Writes a whole, compact copy of the precious store beside it, with its checksum, over the older of two copies, or
 * over the one that is not whole: while one is being written, a good one stays.
 */
export function writeCopy(db: WriteDb, folder: string): void {
  writeOver(db, folder, inOrder(folder)[0]);
}

/** Writes both copies anew, one after the other, whatever their clocks say. */
export function writeBothCopies(db: WriteDb, folder: string): void {
  for (const name of inOrder(folder)) writeOver(db, folder, name);
}

/** The two names, first the one that is to be written over: the older, or the one that is not whole. */
function inOrder(folder: string): readonly [Name, Name] {
  return wholeNames(folder)[0] === NAMES[0] ? [NAMES[1], NAMES[0]] : NAMES;
}

function writeOver(db: WriteDb, folder: string, name: Name): void {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, name);
  const fresh = `${target}.new`;
  rmSync(fresh, { force: true });
  db.prepare('VACUUM INTO ?').run(fresh);
  flush(fresh);
  writeFileSync(`${fresh}.sha256`, hashOf(fresh));
  flush(`${fresh}.sha256`);
  renameSync(`${fresh}.sha256`, `${target}.sha256`);
  renameSync(fresh, target);
}

/** Milliseconds between `now` and the newest whole copy, whatever way the clock went; infinite when there is none. */
export function ageOfNewestCopy(folder: string, now: Date): number {
  const newest = wholeNames(folder)[0];
  return newest === undefined
    ? Number.POSITIVE_INFINITY
    : Math.abs(now.getTime() - writtenAt(folder, newest));
}

/**
 * Puts the newest copy whose checksum is right in the place of a lost store, or with `older` the one before it. Says whether there was one.
 * Throws when there is one and it cannot be put there; then there is no store, and the copies are as they were.
 */
export function restoreCopy(folder: string, file: string, older = false): boolean {
  const wanted = wholeNames(folder)[older ? 1 : 0];
  if (wanted === undefined) return false;
  // Half a store must never stand in its place: it would pass for the real one, or push a better one aside.
  const half = `${file}.new`;
  try {
    copyFileSync(join(folder, wanted), half);
    flush(half);
    renameSync(half, file);
    return true;
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** When the copy was made that `restoreCopy` brings back, by the clock of then; undefined when there is none. */
export function timeOfCopy(folder: string, older = false): Date | undefined {
  const wanted = wholeNames(folder)[older ? 1 : 0];
  return wanted === undefined ? undefined : new Date(writtenAt(folder, wanted));
}

/** Is there a copy to bring back? */
export function hasWholeCopy(folder: string): boolean {
  return wholeNames(folder).length > 0;
}

/** The files of the copies whose checksum is right, newest first. */
export function wholeCopies(folder: string): string[] {
  return wholeNames(folder).map((name) => join(folder, name));
}

function wholeNames(folder: string): Name[] {
  return NAMES.filter((name) => isWhole(join(folder, name))).sort(
    (a, b) => writtenAt(folder, b) - writtenAt(folder, a),
  );
}

function isWhole(copy: string): boolean {
  try {
    return readFileSync(`${copy}.sha256`, 'utf8') === hashOf(copy);
  } catch {
    return false; // Not there, or it cannot be read: either way nothing to build on.
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function writtenAt(folder: string, name: string): number {
  return statSync(join(folder, name)).mtimeMs;
}
