import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from '../../scripts/build/bundle-cli.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** Within the project: what is bundled finds its packages from there. */
const FOLDER = join(ROOT, 'node_modules/.balie/bundled-servers');

/** `balie serve` as one file: who starts it a hundred times waits half as long as for its hundreds of sources. */
export async function bundleServer(): Promise<{ readonly program: string; readonly remove: () => void }> {
  mkdirSync(FOLDER, { recursive: true });
  const place = mkdtempSync(join(FOLDER, 'server-'));
  await bundleForNode(join(import.meta.dirname, 'serve-from-source.ts'), ROOT, place);
  return {
    program: join(place, 'serve-from-source.mjs'),
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
