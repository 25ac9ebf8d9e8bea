import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type MetadataFiles,
  readTrustedMetadata,
  writeTrustedMetadata,
} from '../db/content/updates/trusted-metadata.ts';
import type { WriteDb } from '../db/open.ts';
import { readJson } from './read-json.ts';

/** The folder in which tuf-js keeps its metadata. It writes without syncing, so the store holds what counts. */
export const trustFolder = (dataDir: string) => join(dataDir, 'trust');

/**
 * Makes the folder hold what was last trusted: what is in the store, and in a store that was built anew, the files that are
 * still whole. The root is the newest that was trusted, unless the one that came with the app is none of those that led there: whoever
 * sets up this kiosk gave it another root, and trust begins anew with that one. What the keys of before signed counts for nothing then.
 */
export function restoreTrust(db: WriteDb, folder: string, bundledRoot: Buffer): void {
  mkdirSync(folder, { recursive: true });
  const stored = readTrustedMetadata(db);
  const trusted = stored.size > 0 ? stored : readTrust(folder);
  for (const name of namesIn(folder)) if (!trusted.has(name)) rmSync(join(folder, name), { force: true });
  const root = trusted.get('root.json');
  if (root !== undefined && hasPassed(trusted, root, bundledRoot)) {
    for (const [name, body] of trusted) write(folder, name, body);
    if (versionOf(bundledRoot) > 0) write(folder, passedName(bundledRoot), bundledRoot);
    return;
  }
  const passed = [...trusted.keys()].filter(isPassed);
  for (const name of passed) rmSync(join(folder, name), { force: true });
  const anew = new Map([...trusted].filter(([name]) => !isPassed(name)))
    .set('root.json', bundledRoot)
    .set(passedName(bundledRoot), bundledRoot);
  // In one go: after a power cut in the middle nobody could tell where the newest root came from.
  writeTrustedMetadata(db, anew, passed);
  for (const [name, body] of anew) write(folder, name, body);
}

/** A root that was trusted on the way to the newest one is kept under its number, as in a repository. No role has such a name. */
const passedName = (root: Buffer) => `${versionOf(root)}.root.json`;
const isPassed = (name: string) => name.endsWith('.root.json');

/** Is this root, byte for byte, one that led to the newest? */
function hasPassed(trusted: MetadataFiles, newest: Buffer, root: Buffer): boolean {
  // A torn file says nothing, and takes nothing away.
  if (versionOf(root) === 0) return true;
  if ([...trusted.keys()].some(isPassed)) return trusted.get(passedName(root))?.equals(root) === true;
  // From before these were kept: what the newest came from cannot be told, unless it has the same number.
  return versionOf(newest) > versionOf(root) || newest.equals(root);
}

/** Forgets all but the root that came with the app: what was there cannot be read by tuf-js. */
export function resetTrust(folder: string, bundledRoot: Buffer): void {
  write(folder, 'root.json', bundledRoot);
}

/**
 * Writes into the store what tuf-js trusts now, and which of the roots that were fetched led there. A file that is not whole was not
 * written to its end: the copy of before counts. Throws SqliteError.
 */
export function keepTrust(db: WriteDb, folder: string, fetched: MetadataFiles): void {
  const trusted = readTrust(folder);
  const newest = versionOf(trusted.get('root.json') ?? Buffer.alloc(0));
  const passed = [...fetched].filter(
    ([name, body]) => isPassed(name) && name === passedName(body) && versionOf(body) <= newest,
  );
  writeTrustedMetadata(db, new Map([...trusted, ...passed]));
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

/** The files that are whole: a power cut may have torn one. */
function readTrust(folder: string): MetadataFiles {
  const files = namesIn(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
  return new Map(files.filter(([, body]) => versionOf(body) > 0));
}

function write(folder: string, name: string, body: Buffer): void {
  const file = join(folder, name);
  let before: Buffer | undefined;
  try {
    before = readFileSync(file);
  } catch {
    // It is not there, or cannot be read: it is written.
  }
  if (before?.equals(body) !== true) writeFileSync(file, body);
}

/** The version of metadata; 0 of what is none. */
function versionOf(body: Buffer): number {
  try {
    const { signed } = readJson(body) as { signed?: { version?: unknown } };
    return Number(signed?.version) || 0;
  } catch {
    return 0;
  }
}
