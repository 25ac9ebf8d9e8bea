// A desk that logs is killed, and its power is cut: what it was told is saved is there.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDataFolder } from '../../../../builders/a-store.ts';
import { chance } from '../../../../builders/chance.ts';
import { aLoopDisk } from '../../../../builders/loop-disk.ts';
import { expectAll, logUntil, type Told } from './logging.ts';

/** BALIE_KILLS=200 kills more often, BALIE_POWER_CUTS=100 cuts more often. */
const KILLS = Number(process.env['BALIE_KILLS'] ?? 30);
const CUTS = Number(process.env['BALIE_POWER_CUTS'] ?? 10);
const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_127);
/** Long enough for hundreds of questions, and for the WAL to be moved over. */
const MOST_MS = 400;

test(`killed ${KILLS} times while it logs (seed ${SEED}), a desk has all that was acknowledged`, async () => {
  const dataDir = aDataFolder();
  const random = chance(SEED);
  const all = new Map<string, 'logged' | 'corrected' | 'withdrawn'>();
  for (let time = 0; time < KILLS; time++) {
    const told = await logUntil(dataDir, random() * MOST_MS, (kill) => {
      kill();
      return undefined;
    });
    for (const [id, last] of told) all.set(id, last);
    expectAll(dataDir, all, `kill ${time + 1}`);
  }
  expect(all.size, 'it logged at all').toBeGreaterThan(KILLS);
}, 1_800_000);

test(`${CUTS} power cuts that lose what was not synced (seed ${SEED}) lose nothing that was acknowledged`, async () => {
  const disk = aLoopDisk(64);
  const dataDir = join(disk.folder, 'desk');
  mkdirSync(dataDir);
  const random = chance(SEED);
  const all = new Map<string, 'logged' | 'corrected' | 'withdrawn'>();
  for (let cut = 0; cut < CUTS; cut++) {
    const told: Told = await logUntil(dataDir, 20 + random() * MOST_MS, (kill) => {
      const last = disk.cutPower();
      kill();
      return last;
    });
    for (const [id, last] of told) all.set(id, last);
    disk.unmount();
    disk.mount();
    expectAll(dataDir, all, `cut ${cut + 1}`);
  }
  expect(all.size, 'it logged at all').toBeGreaterThan(CUTS);
}, 1_800_000);
