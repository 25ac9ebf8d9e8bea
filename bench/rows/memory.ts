import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { fillStore } from '../../scripts/setup/store.mjs';
import { doMainJob } from '../main-job.ts';
import { BALIE, BLANK, type ProbedApp, startProbed } from '../probed-app.ts';
import { pssOfTree } from '../pss.ts';
import type { Row } from '../row.ts';
import { median } from '../statistics.ts';

const PAIRS = 5;
const MOST = 1.2;
const LOOK_EVERY_MS = 500;
/** Settled: for so many looks in a row, the sizes differ by at most this part. The bench asks for no collection. */
const STILL_LOOKS = 12;
const STILL_PART = 0.01;
const MOST_LOOKS = 100;

/**
 * The proportional set size (PSS) of all processes of the app after a day's main job, once it has settled, beside
 * that of the blank window. Other programs on the same Electron take over a part of what is shared, so the two are
 * measured in turn.
 */
export const memory: Row = {
  name: 'memory',
  unit: 'MB',
  goal: `after the main job at most ${MOST} times the memory (PSS) of a blank window`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const data = { balie: join(folder, 'balie'), blank: join(folder, 'blank') };
    try {
      await fillStore(projectRoot, data.balie);
      const measured: number[] = [];
      const floor: number[] = [];
      for (let pair = 1; pair <= PAIRS; pair++) {
        const blank = await memoryAfter(BLANK, data.blank, async () => undefined);
        const balie = await memoryAfter(BALIE, data.balie, doMainJob);
        say(`pair ${pair} of ${PAIRS}: ${balie.toFixed(1)} MB, blank ${blank.toFixed(1)} MB`);
        floor.push(blank);
        measured.push(balie);
      }
      return { measured, floor };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function memoryAfter(
  which: typeof BALIE,
  dataDir: string,
  job: (app: ProbedApp) => Promise<void>,
): Promise<number> {
  const app = await startProbed(which, dataDir);
  try {
    await job(app);
    return await settled(() => pssOfTree(app.pid));
  } finally {
    await app.close();
  }
}

async function settled(look: () => number): Promise<number> {
  const seen: number[] = [];
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await pause(LOOK_EVERY_MS);
    seen.push(look());
    const last = seen.slice(-STILL_LOOKS);
    const spread = Math.max(...last) - Math.min(...last);
    if (last.length === STILL_LOOKS && spread <= STILL_PART * median(last)) break;
  }
  return median(seen.slice(-STILL_LOOKS));
}
