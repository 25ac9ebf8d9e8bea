import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { fillStore } from '../../scripts/setup/store.mjs';
import { answerAll, press, screenOf } from '../page/visit.ts';
import { BALIE, BLANK, type ProbedApp, startProbed } from '../probed-app.ts';
import { pssOfTree } from '../pss.ts';
import type { Row } from '../row.ts';

export const memory: Row = {
  name: 'memory',
  unit: 'MB',
  goal: 'x',
  isMet: () => true,
  measure: async () => {
    await pause(1);
    return { measured: [1], floor: [1] };
  },
};
