// An import as a process of its own: a directory several times as large takes no more memory.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeGeneratedServices } from '../../../bench/directory/generated-services.ts';
import { IMPORT_FLAGS } from '../../../scripts/run/tool-flags.mjs';
import { aDataFolder } from '../../builders/a-store.ts';

const IMPORT_ONCE = join(import.meta.dirname, '../../../bench/directory/import-once.ts');
const FEW = 15_000;
const MANY = 60_000;
/** The cache of SQLite is not full yet with few. What is kept for each service, or piles up with them, makes it far more. */
const MOST_GROWTH = 1.2;
/** Without the bounds of scripts/run/tool-flags.mjs it is over this. */
const MOST_MB = 240;

/** Imports so many services into a new store: the most memory that took, in megabytes. */
function peakOf(what: 'import' | 'import-and-index', services: number): number {
  const folder = aDataFolder();
  const file = join(folder, 'services.json');
  writeGeneratedServices(file, services);
  // Coverage of these tests keeps counts of its own.
  const env = { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined };
  const args = [...IMPORT_FLAGS, IMPORT_ONCE, what, file, join(folder, 'store')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(status, stderr).toBe(0);
  return (JSON.parse(stdout) as { peakMb: number }).peakMb;
}

test.each(['import', 'import-and-index'] as const)(
  'four times as many services take the same memory: %s',
  (what) => {
    const few = peakOf(what, FEW);
    const many = peakOf(what, MANY);
    expect(few).toBeGreaterThan(20);
    expect(many).toBeLessThan(MOST_MB);
    expect(many / few).toBeLessThan(MOST_GROWTH);
  },
  240_000,
);
