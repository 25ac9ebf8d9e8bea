import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../db/blobs/blob-store.ts';
import { bundleForNode } from '../../scripts/build/bundle-cli.mjs';
import { track, waitForExit } from '../../scripts/setup/children.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** Within the project: what is measured finds its packages there. */
const BUNDLE = join(ROOT, 'dist/bench');
const PROGRAMS = import.meta.dirname;
const INSTALL = 'install-once.ts';
const FETCH = 'fetch-only.ts';

/** What an install came to: milliseconds from opening the store to the flip, and bytes of content. */
export type Installed = { readonly ms: number; readonly moved: number };

/** The data folder of a kiosk that trusts a root. */
export function kioskFolder(dataDir: string, root: Buffer): string {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'root.json'), root);
  return dataDir;
}

/** Builds what installs, as the tool itself ships: no TypeScript to be read in the time of an install. */
export async function buildInstall(): Promise<void> {
  for (const program of [INSTALL, FETCH]) await bundleForNode(join(PROGRAMS, program), ROOT, BUNDLE);
}

/** Has a fresh process of what was built install what a repository publishes. Throws when it does not. */
export function runInstall(address: string, dataDir: string): Promise<Installed> {
  return runBuilt(INSTALL, [address, dataDir]);
}

/**
 * Has a fresh process fetch contents, prove them and bring them to the disk, and do nothing else that belongs to an install: no
 * metadata, no check, no store. Throws when one does not come.
 */
export function runFetch(address: string, dataDir: string, contents: readonly Content[]): Promise<Installed> {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'contents.json'), JSON.stringify(contents));
  return runBuilt(FETCH, [address, dataDir]);
}

async function runBuilt(program: string, args: readonly string[]): Promise<Installed> {
  const built = join(BUNDLE, program.replace(/\.ts$/, '.mjs'));
  const child = spawn(process.execPath, [built, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  track(child);
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  if ((await waitForExit(child)) !== 0) throw new Error(`${program} did not do its work; see above.`);
  return JSON.parse(said);
}
