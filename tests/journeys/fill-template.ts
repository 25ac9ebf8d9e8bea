import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Fills one content store for all test files, with all that is shipped, as `npm start` does: checking and installing it
 * takes seconds, and most journeys begin where that is done. Those that are about it start with an empty folder.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'balie-template-'));
  const command = [join(ROOT, 'dist/cli/balie.mjs'), 'content', 'install'];
  const shipped = [join(ROOT, 'assets/packs/zelfredzaam'), '--directory', join(ROOT, 'assets/directory')];
  execFileSync(process.execPath, [...command, ...shipped, '--data', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.env['BALIE_TEMPLATE_DIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
