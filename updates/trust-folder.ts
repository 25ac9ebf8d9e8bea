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
 * still whole. The root is the newest of that one and the one that came with the app.
 */
export function restoreTrust(db: WriteDb, folder: string, bundledRoot: Buffer): void {
  mkdirSync(folder, { recursive: true });
  const stored = readTrustedMetadata(db);
  const trusted = stored.size > 0 ? stored : readTrust(folder);
  for (const name of namesIn(folder)) if (!trusted.has(name)) rmSync(join(folder, name), { force: true });
  const root = trusted.get('root.json');
  const newest = root !== undefined && versionOf(root) >= versionOf(bundledRoot) ? root : bundledRoot;
  for (const [name, body] of new Map(trusted).set('root.json', newest)) write(folder, name, body);
}

/** Forgets all but the root that came with the app: what was there cannot be read by tuf-js. */
export function resetTrust(folder: string, bundledRoot: Buffer): void {
  write(folder, 'root.json', bundledRoot);
}

/**
 * Writes into the store what tuf-js trusts now. A file that is not whole was not written to its end: the copy of before counts.
 * Throws SqliteError.
 */
export function keepTrust(db: WriteDb, folder: string): void {
  writeTrustedMetadata(db, readTrust(folder));
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
