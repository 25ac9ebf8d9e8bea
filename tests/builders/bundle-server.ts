import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Within the project: what stays a package is found from there. */
const FOLDER = join(import.meta.dirname, '../../node_modules/.balie/bundled-servers');
/** Machine code, what starts workers by their files, and what is not installed. */
const PACKAGES = ['better-sqlite3', 'pino', 'pg-native'];

/**
 * `balie serve` and its packages as one file: who starts it a hundred times takes half of the processor's time that its hundreds of
 * sources take.
 */
export async function bundleServer(): Promise<{ readonly program: string; readonly remove: () => void }> {
  mkdirSync(FOLDER, { recursive: true });
  const dir = mkdtempSync(join(FOLDER, 'server-'));
  const build = await rolldown({
    input: { server: join(import.meta.dirname, 'serve-from-source.ts') },
    platform: 'node',
    external: [/^node:/, ...PACKAGES],
    transform: { target: 'node24' },
    onLog: () => undefined, // of what packages do, which is not ours
  });
  await build.write({ dir, format: 'esm', entryFileNames: '[name].mjs' });
  await build.close();
  return {
    program: join(dir, 'server.mjs'),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
