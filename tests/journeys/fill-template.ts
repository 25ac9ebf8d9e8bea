import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Fills one content store for all test files: checking and installing the shipped pack takes seconds, and most journeys
 * begin where that is done. Those that are about it start with an empty folder of their own.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'balie-template-'));
  const command = [
    join(ROOT, 'dist/cli/balie.mjs'),
    'content',
    'install',
    join(ROOT, 'assets/packs/zelfredzaam'),
  ];
  execFileSync(process.execPath, [...command, '--data', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  process.env['BALIE_TEMPLATE_DIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
