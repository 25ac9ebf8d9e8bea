import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from '../../scripts/build/bundle-cli.mjs';
import { track, waitForExit } from '../../scripts/setup/children.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** Within the project: what is measured finds its packages there. */
const BUNDLE = join(ROOT, 'dist/bench');

/** What an install came to: milliseconds from opening the store to the flip, and bytes of content. */
export type Installed = { readonly ms: number; readonly moved: number };

/** The data folder of a kiosk that trusts a root. */
export function kioskFolder(dataDir: string, root: Buffer): string {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'root.json'), root);
  return dataDir;
}

/** Builds what installs, as the tool itself ships: no TypeScript to be read in the time of an install. */
export function buildInstall(): Promise<void> {
  return bundleForNode(join(ROOT, 'bench/updates/install-once.ts'), ROOT, BUNDLE);
}

/** Has a fresh process of what was built install what a repository publishes. Throws when it does not. */
export async function runInstall(address: string, dataDir: string): Promise<Installed> {
  const child = spawn(process.execPath, [join(BUNDLE, 'install-once.mjs'), address, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  track(child);
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  if ((await waitForExit(child)) !== 0) throw new Error('The pack was not installed; see above.');
  return JSON.parse(said);
}
