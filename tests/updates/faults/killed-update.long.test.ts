// An update as a process of its own, killed without warning at any moment: old content or new, whole, every time.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDataFolder } from '../../builders/a-store.ts';
import { chance } from '../../builders/chance.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { aLargeUpdate, shownWhole, updateOnce } from './large-update.ts';

/** BALIE_KILLS=200 kills more often. */
const KILLS = Number(process.env['BALIE_KILLS'] ?? 30);
const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_126);

test(`killed ${KILLS} times at any moment (seed ${SEED}), it leaves the old content or the new, whole, and the next one ends well`, async () => {
  const { repository, template } = await aLargeUpdate();
  const dataDir = join(aDataFolder(), 'kiosk');
  const again = () => {
    rmSync(dataDir, { recursive: true, force: true });
    cpSync(template, dataDir, { recursive: true });
  };
  // In turns from a folder, and by threads from a web server.
  const server = await aServer(repository);
  const ways: { readonly from: string; readonly whole: number }[] = [];
  for (const from of [repository, server.address]) {
    again();
    const { ms, byThreads } = await updateOnce(repository, dataDir, undefined, from);
    expect(byThreads > 0, from).toBe(from === server.address);
    expect(shownWhole(dataDir)).toBe(3);
    ways.push({ from, whole: ms });
  }
  const random = chance(SEED);
  const seen = new Map<number | undefined, number>();
  for (let time = 0; time < KILLS; time++) {
    // Now and then on what an earlier kill left behind.
    if (time % 3 !== 2) again();
    const { from, whole } = ways[time % ways.length] as (typeof ways)[number];
    const by = (kill: () => void) => {
      kill();
      return undefined;
    };
    const stop = { after: random() * whole, by };
    const { ended } = await updateOnce(repository, dataDir, stop, from);
    const shown = shownWhole(dataDir);
    expect(ended ? [3] : [2, 3], `kill ${time + 1} of ${from}`).toContain(shown);
    seen.set(shown, (seen.get(shown) ?? 0) + 1);
  }
  expect(seen.get(2), 'some were killed in time').toBeGreaterThan(0);
  await updateOnce(repository, dataDir);
  expect(shownWhole(dataDir)).toBe(3);
  expect(readdirSync(join(dataDir, 'blobs/parts'))).toEqual([]);
}, 1_800_000);
