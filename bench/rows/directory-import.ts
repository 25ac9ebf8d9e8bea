import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from '../../scripts/build/bundle-cli.mjs';
import { IMPORT_FLAGS } from '../../scripts/run/tool-flags.mjs';
import { writeGeneratedServices } from '../directory/generated-services.ts';
import type { Row } from '../row.ts';

const SERVICES = 100_000;
const PAIRS = 5;
const MOST = 2;
const ROOT = join(import.meta.dirname, '../..');
/** Within the project: what is measured finds its packages there. */
const BUNDLE = join(ROOT, 'dist/bench');

/**
 * From the file to the flip: reading, checking, writing, showing. The floor is the same rows in the same tables, from
 * memory, with statements of many rows in one transaction. Each is a process of its own, and they take turns. Not in
 * it: the search index, which is another thing and can be made again; it follows the flip.
 */
export const directoryImport: Row = {
  name: 'directory-import',
  unit: 'ms',
  goal: `${SERVICES} services in at most ${MOST} times a bare multi-row insert of the same rows (at least half its speed)`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    try {
      const file = join(folder, 'services.json');
      writeGeneratedServices(file, SERVICES);
      // As the tool itself ships: no TypeScript to be read in the time of an import.
      await bundleForNode(join(ROOT, 'bench/directory/import-once.ts'), ROOT, BUNDLE);
      const measured: number[] = [];
      const floor: number[] = [];
      for (let pair = 1; pair <= PAIRS; pair++) {
        const imported = join(folder, `import-${pair}`);
        const own = once('import', file, imported);
        const bare = once('insert', join(imported, 'content.db'), join(folder, `insert-${pair}`));
        say(
          `pair ${pair} of ${PAIRS}: ${own.ms.toFixed(0)} ms, bare ${bare.ms.toFixed(0)} ms; peak memory ${own.peakMb.toFixed(0)} MB`,
        );
        measured.push(own.ms);
        floor.push(bare.ms);
        for (const each of ['import', 'insert'])
          rmSync(join(folder, `${each}-${pair}`), { recursive: true, force: true });
      }
      return { measured, floor };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function once(what: 'import' | 'insert', source: string, folder: string): { ms: number; peakMb: number } {
  const script = join(BUNDLE, 'import-once.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...IMPORT_FLAGS, script, what, source, folder],
    { encoding: 'utf8', cwd: ROOT },
  );
  if (status !== 0) throw new Error(`The ${what} failed: ${stderr.slice(0, 500)}`);
  return JSON.parse(stdout);
}
