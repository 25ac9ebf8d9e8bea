import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { track, waitForExit } from '../../scripts/setup/children.mjs';

/** What an install came to: milliseconds from opening the store to the flip, and bytes of content. */
export type Installed = { readonly ms: number; readonly moved: number };

/** The data folder of a kiosk that trusts a root. */
export function kioskFolder(dataDir: string, root: Buffer): string {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'root.json'), root);
  return dataDir;
}

/** Has a fresh process install what a repository publishes. Throws when it does not. */
export async function runInstall(address: string, dataDir: string): Promise<Installed> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'install-once.ts'), address, dataDir], {
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
