import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { WriteDb } from '../open.ts';

const NAMES = ['ops-1.db', 'ops-2.db'] as const;

/**
 * Writes a whole, compact copy of the precious store beside it, with its checksum, over the older of two copies:
 * while one is being written, the other stays good.
 */
export function writeCopy(db: WriteDb, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const [oldest] = [...NAMES].sort((a, b) => ageOf(folder, b) - ageOf(folder, a));
  const target = join(folder, oldest ?? NAMES[0]);
  const fresh = `${target}.new`;
  rmSync(fresh, { force: true });
  db.prepare('VACUUM INTO ?').run(fresh);
  flush(fresh);
  writeFileSync(`${fresh}.sha256`, hashOf(fresh));
  flush(`${fresh}.sha256`);
  renameSync(`${fresh}.sha256`, `${target}.sha256`);
  renameSync(fresh, target);
}

/** Milliseconds since the newest copy was written; infinite when there is none. */
export function ageOfNewestCopy(folder: string): number {
  return Math.min(...NAMES.map((name) => ageOf(folder, name)));
}

/** Puts the newest copy whose checksum is right in the place of a lost store. Says whether there was one. */
export function restoreCopy(folder: string, file: string): boolean {
  const good = NAMES.filter((name) => isWhole(join(folder, name))).sort(
    (a, b) => ageOf(folder, a) - ageOf(folder, b),
  );
  if (good[0] === undefined) return false;
  copyFileSync(join(folder, good[0]), file);
  flush(file);
  return true;
}

function isWhole(copy: string): boolean {
  return (
    existsSync(copy) &&
    existsSync(`${copy}.sha256`) &&
    readFileSync(`${copy}.sha256`, 'utf8') === hashOf(copy)
  );
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function ageOf(folder: string, name: string): number {
  const file = join(folder, name);
  return existsSync(file) ? Date.now() - statSync(file).mtimeMs : Number.POSITIVE_INFINITY;
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
