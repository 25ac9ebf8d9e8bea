import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFiles } from '../db/blobs/sync-files.ts';
import {
  type MetadataFiles,
  readTrustedMetadata,
  writeTrustedMetadata,
} from '../db/content/updates/trusted-metadata.ts';
import type { ReadDb, WriteDb } from '../db/open.ts';
import { readJson } from './read-json.ts';
import { demandRoot, digestOfRoot, follows, isRoot } from './trusted-root.ts';

/** The folder in which tuf-js keeps its metadata. It writes without syncing, so the store holds what counts. */
export const trustFolder = (dataDir: string) => join(dataDir, 'trust');

/**
 * Makes the folder hold what was last trusted: what is in the store, and in a store that was built anew, the files that are
 * still whole. The root is the newest that was trusted, unless that one is damaged, or the one that this kiosk was given was never known
 * here: then the folder holds the given one, or the newest that passed to which it leads. True when trust would begin anew with it: the
 * store keeps what it had until a repository shows that it belongs there.
 * Throws UpdateError (`no-root`) when what was given is no root; SqliteError. Nothing is lost then.
 */
export function restoreTrust(db: WriteDb, folder: string, bundledRoot: Buffer): boolean {
  demandRoot(bundledRoot);
  mkdirSync(folder, { recursive: true });
  const stored = readTrustedMetadata(db);
  const trusted = stored.size > 0 ? stored : readTrust(folder);
  const root = trusted.get('root.json');
  // A root that is damaged in the store is none, and what it says of its number counts for nothing.
  const isKnown = root !== undefined && isRoot(root) && hasPassed(trusted, root, bundledRoot);
  const files = new Map(trusted).set(passedName(bundledRoot), bundledRoot);
  if (root !== undefined && versionOf(root) > 0) files.set(passedName(root), root);
  if (!isKnown) files.set('root.json', newestFrom(bundledRoot, trusted));
  // What is in the folder alone is about to be written over; and there is nothing to lose where nothing was trusted.
  if (stored.size === 0) writeTrustedMetadata(db, trusted);
  if (root === undefined) writeTrustedMetadata(db, files);
  for (const name of namesIn(folder)) if (!files.has(name)) rmSync(join(folder, name), { force: true });
  for (const [name, body] of files) write(folder, name, body);
  return root !== undefined && !isKnown;
}

/**
 * A root that was ever trusted is kept for good, so that it never begins anything anew: under its digest, because each ceremony begins at 1.
 * No role has such a name.
 */
const passedName = (root: Buffer) => `${digestOfRoot(root)}.root.json`;
const isPassed = (name: string) => name.endsWith('.root.json');

/** The roots that were ever trusted here, and the number of the one that is trusted now. */
export function passedRoots(db: ReadDb): { readonly roots: readonly Buffer[]; readonly newest: number } {
  const trusted = readTrustedMetadata(db);
  return {
    roots: [...trusted].flatMap(([name, body]) => (isPassed(name) ? [body] : [])),
    newest: versionOf(trusted.get('root.json') ?? Buffer.alloc(0)),
  };
}

/** Is this root one that was ever trusted here? */
function hasPassed(trusted: MetadataFiles, newest: Buffer, root: Buffer): boolean {
  const passed = [...trusted].filter(([name, body]) => isPassed(name) && versionOf(body) > 0);
  const known = [newest, ...passed.map(([, body]) => body)].filter((body) => versionOf(body) > 0);
  if (known.some((body) => digestOfRoot(body) === digestOfRoot(root))) return true;
  // From before these were kept: what the newest came from cannot be told.
  return passed.length === 0 && versionOf(newest) > versionOf(root);
}

/**
 * The newest root to which those that passed here lead from this one, each signed by the one before. Not just the highest: that may be of a
 * ceremony which was superseded.
 */
function newestFrom(root: Buffer, trusted: MetadataFiles): Buffer {
  const passed = [...trusted].flatMap(([name, body]) => (isPassed(name) ? [body] : []));
  let newest = root;
  for (;;) {
    const next = passed.find((body) => versionOf(body) === versionOf(newest) + 1 && follows(body, newest));
    if (next === undefined) return newest;
    newest = next;
  }
}

/**
 * Writes into the store what tuf-js trusts now, and which of the roots that were fetched led there. A file that is not whole was not
 * written to its end: the copy of before counts. What is new is brought to the disk, as a store that is built again begins with the files.
 * Throws SqliteError.
 */
export function keepTrust(db: WriteDb, folder: string, fetched: MetadataFiles): void {
  const trusted = readTrust(folder);
  const newest = versionOf(trusted.get('root.json') ?? Buffer.alloc(0));
  const passed = [...fetched]
    .filter(([name, body]) => name === `${versionOf(body)}.root.json` && versionOf(body) <= newest)
    .map(([, body]) => [passedName(body), body] as const);
  const before = readTrustedMetadata(db);
  writeTrustedMetadata(db, new Map([...trusted, ...passed]));
  const fresh = [...trusted].filter(([name, body]) => before.get(name)?.equals(body) !== true);
  try {
    syncFiles(
      folder,
      fresh.map(([name]) => join(folder, name)),
    );
  } catch {
    // The store has them, and a disk that fails says so at the next write.
  }
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
