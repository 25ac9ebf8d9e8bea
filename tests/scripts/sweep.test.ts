import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepHalves } from '../../scripts/setup/sweep.mjs';
import { temporaryFolder } from './temporary-folder.ts';

it('clears away what killed set-ups left, and nothing else', () => {
  const folder = temporaryFolder();
  for (const name of ['electron', 'electron.json', 'electron.123', 'electron.123.old', 'other.123']) {
    mkdirSync(join(folder, name, 'deep'), { recursive: true });
  }
  sweepHalves(folder, 'electron.');
  expect(readdirSync(folder).sort()).toEqual(['electron', 'electron.123.old', 'electron.json', 'other.123']);
  sweepHalves(join(folder, 'nowhere'), 'electron.');
});
