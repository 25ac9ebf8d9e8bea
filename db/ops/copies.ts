import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush } from '../flush.ts';
import type { WriteDb } from '../open.ts';

const NAMES = ['ops-1.db', 'ops-2.db'] as const;
type Name = (typeof NAMES)[number];

/**
 * A copy of which the checksum is right. `number` rises with each copy, whatever the clock says; 0 in one of an app that gave none.
 * `writtenAt`: by the clock of then, in milliseconds.
 */
type Copy = { readonly name: Name; readonly number: number; readonly writtenAt: number };

/** Where SQLite keeps `user_version` in the first page of a store: a number for whoever uses it, and here that of the copy. */
const NUMBER_AT = 60;

/**
 * Writes a whole, compact copy of the precious store beside it, with its checksum, over the older of two copies, or
 * over the one that is not whole: while one is being written, a good one stays.
 */
export function writeCopy(db: WriteDb, folder: string): void {
  writeOver(db, folder, inOrder(folder)[0]);
}

/** Writes both copies anew, one after the other. */
export function writeBothCopies(db: WriteDb, folder: string): void {
  for (const name of inOrder(folder)) writeOver(db, folder, name);
}

/** The two names, first the one that is to be written over: the older, or the one that is not whole. */
function inOrder(folder: string): readonly [Name, Name] {
  return newestFirst(folder)[0]?.name === NAMES[0] ? [NAMES[1], NAMES[0]] : NAMES;
}

function writeOver(db: WriteDb, folder: string, name: Name): void {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, name);
  const fresh = `${target}.new`;
  rmSync(fresh, { force: true });
  // In the store itself, from which it goes along: a power cut parts no copy from its number, an app that knows of no numbers reads the copy
  // as any other, and a copy that such an app makes after this one has no lower number.
  db.pragma(`user_version = ${(newestFirst(folder)[0]?.number ?? 0) + 1}`);
  db.prepare('VACUUM INTO ?').run(fresh);
  flush(fresh);
  writeFileSync(`${fresh}.sha256`, hashOf(readFileSync(fresh)));
  flush(`${fresh}.sha256`);
  renameSync(`${fresh}.sha256`, `${target}.sha256`);
  renameSync(fresh, target);
}

/**
 * Puts the newest copy whose checksum is right in the place of a lost store, or with `older` the one before it. Says whether there was one.
 * Throws when there is one and it cannot be put there; then there is no store, and the copies are as they were.
 */
export function restoreCopy(folder: string, file: string, older = false): boolean {
  const wanted = newestFirst(folder)[older ? 1 : 0];
  if (wanted === undefined) return false;
  // Half a store must never stand in its place: it would pass for the real one, or push a better one aside.
  const half = `${file}.new`;
  try {
    copyFileSync(join(folder, wanted.name), half);
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
  const wanted = newestFirst(folder)[older ? 1 : 0];
  return wanted === undefined ? undefined : new Date(wanted.writtenAt);
}

/** Is there a copy to bring back? */
export function hasWholeCopy(folder: string): boolean {
  return newestFirst(folder).length > 0;
}

/** The files of the copies whose checksum is right, newest first. */
export function wholeCopies(folder: string): string[] {
  return newestFirst(folder).map(({ name }) => join(folder, name));
}

/** By number: a clock that was wrong once must not make an old copy the newest. By time those of which the number is the same. */
function newestFirst(folder: string): Copy[] {
  return NAMES.map((name) => readCopy(folder, name))
    .filter((copy) => copy !== undefined)
    .sort((a, b) => b.number - a.number || b.writtenAt - a.writtenAt);
}

function readCopy(folder: string, name: Name): Copy | undefined {
  const file = join(folder, name);
  try {
    const bytes = readFileSync(file);
    if (readFileSync(`${file}.sha256`, 'utf8') !== hashOf(bytes)) return undefined;
    return { name, number: bytes.readInt32BE(NUMBER_AT), writtenAt: statSync(file).mtimeMs };
  } catch {
    return undefined; // Not there, or it cannot be read: either way nothing to build on.
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
