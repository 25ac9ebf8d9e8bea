import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { fillStore } from '../../scripts/setup/store.mjs';
import { BALIE, BLANK, startProbed } from '../probed-app.ts';
import type { Row } from '../row.ts';

const WARM_UPS = 2;
const PAIRS = 20;
/** The app goes on loading behind its first screen; it is not ended in the middle of that. */
const LINGER_MS = 1000;
const MOST = 1.2;

/**
 * From the spawn of the process to the frame that painted the first screen, whose main button works by then,
 * or to the moment its window is there, when that is later. A new process each time, with the content already
 * in the store. Balie and the blank window take turns.
 */
export const start: Row = {
  name: 'start',
  unit: 'ms',
  goal: `the first usable screen in at most ${MOST} times the time of a blank window`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const data = { balie: join(folder, 'balie'), blank: join(folder, 'blank') };
    try {
      await fillStore(projectRoot, data.balie);
      const measured: number[] = [];
      const floor: number[] = [];
      for (let pair = -WARM_UPS; pair < PAIRS; pair++) {
        const blankMs = await startOnce(BLANK, data.blank);
        const balieMs = await startOnce(BALIE, data.balie);
        say(`${pair < 0 ? 'warm-up' : `pair ${pair + 1} of ${PAIRS}`}: ${ms(balieMs)}, blank ${ms(blankMs)}`);
        if (pair < 0) continue;
        floor.push(blankMs);
        measured.push(balieMs);
      }
      return { measured, floor };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function startOnce(which: typeof BALIE, dataDir: string): Promise<number> {
  const app = await startProbed(which, dataDir);
  await pause(LINGER_MS);
  await app.close();
  return app.startMs;
}

const ms = (value: number) => `${Math.round(value)} ms`;
