import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode24 } from '../../scripts/setup/node24.mjs';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { fillStore } from '../../scripts/setup/store.mjs';
import { generatedId } from '../directory/generated-services.ts';
import { writeShippedServices } from '../directory/shipped-services.ts';
import { timeServiceCalls } from '../page/calls.ts';
import { BALIE, startProbed } from '../probed-app.ts';
import type { Row } from '../row.ts';

const SERVICES = 5000;
const WARM_UP = 100;
const CALLS = 1500;
/** The clock of a page is coarse, so some calls are timed together. */
const TOGETHER = 5;
const MOST = 2.5;

/**
 * From the call in the page to its answer: a service as they ship, with its organization, places, opening state and week,
 * read and worked out in main. The floor is a call that does nothing, through the same door, in turn with it.
 */
export const openService: Row = {
  name: 'open-service',
  unit: 'ms',
  goal: `one of ${SERVICES} services in at most ${MOST} times a call that does nothing`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    try {
      await fillStore(projectRoot, dataDir);
      const file = join(dataDir, 'services.json');
      writeShippedServices(file, SERVICES);
      say(importInto(dataDir, file));
      const app = await startProbed(BALIE, dataDir);
      try {
        const ids = (count: number) =>
          Array.from({ length: count }, (_, turn) => generatedId((turn * 7919) % SERVICES));
        await app.inPage(timeServiceCalls, ids(WARM_UP), TOGETHER);
        const { service, nothing } = await app.inPage(timeServiceCalls, ids(CALLS), TOGETHER);
        return { measured: service, floor: nothing };
      } finally {
        await app.close();
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

function importInto(dataDir: string, file: string): string {
  const args = ['dist/cli/balie.mjs', 'directory', 'import', file, '--data', dataDir];
  const { status, stdout, stderr } = spawnSync(findNode24(projectRoot), args, {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The services were not imported: ${stderr}`);
  return stdout.trim();
}
