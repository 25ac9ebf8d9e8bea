// Power cuts that really lose what was not synced, at random moments of an update and its showing.
import { closeSync, cpSync, existsSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chance } from '../../builders/chance.ts';
import { aLoopDisk } from '../../builders/loop-disk.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { aLargeUpdate, shownWhole, updateOnce } from './large-update.ts';

/** BALIE_POWER_CUTS=100 cuts more often. */
const CUTS = Number(process.env['BALIE_POWER_CUTS'] ?? 10);
const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_126);
const sync = (file: string) => {
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
};
/** Room for what an update wants to be free. */
const MEGABYTES = 120;

test('a power cut of these tests loses what was not synced, and only that', () => {
  const disk = aLoopDisk(8);
  const [synced, lost] = ['synced', 'lost'].map((name) => join(disk.folder, name)) as [string, string];
  writeFileSync(synced, 'x');
  sync(synced);
  sync(disk.folder);
  writeFileSync(lost, 'x');
  disk.cutPower();
  expect(() => writeFileSync(join(disk.folder, 'more'), 'x')).toThrow('EIO');
  disk.unmount();
  disk.mount();
  expect([existsSync(synced), existsSync(lost)]).toEqual([true, false]);
});

test(`${CUTS} power cuts at any moment (seed ${SEED}) leave the old content or the new, whole, and the next update ends well`, async () => {
  const { repository, template } = await aLargeUpdate();
  const disk = aLoopDisk(MEGABYTES);
  const dataDir = join(disk.folder, 'kiosk');
  cpSync(template, dataDir, { recursive: true });
  disk.unmount();
  disk.keep();
  disk.mount();
  // In turns from a folder, and by threads from a web server.
  const server = await aServer(repository);
  const ways: { readonly from: string; readonly whole: number }[] = [];
  for (const from of [repository, server.address]) {
    if (ways.length > 0) disk.mount();
    const { ms, byThreads } = await updateOnce(repository, dataDir, undefined, from);
    expect(byThreads > 0, from).toBe(from === server.address);
    ways.push({ from, whole: ms });
    disk.unmount();
    disk.bringBack();
  }
  const random = chance(SEED);
  const seen = new Map<number | undefined, number>();
  for (let cut = 0; cut < CUTS; cut++) {
    // Now and then on what an earlier cut left behind.
    if (cut % 3 !== 2) disk.bringBack();
    disk.mount();
    const { from, whole } = ways[cut % ways.length] as (typeof ways)[number];
    const after = random() * whole * 1.1;
    const stop = {
      after,
      by: (kill: () => void) => {
        const last = disk.cutPower();
        kill();
        return last;
      },
    };
    const { ended } = await updateOnce(repository, dataDir, stop, from);
    disk.unmount();
    disk.mount();
    const what = `cut ${cut + 1} of ${from}, ${Math.round(after)} of ${Math.round(whole)} ms after it began`;
    const shown = shownWhole(dataDir);
    // What was told to be done is done.
    expect(ended ? [3] : [2, 3], what).toContain(shown);
    seen.set(shown, (seen.get(shown) ?? 0) + 1);
    disk.unmount();
    if (cut % 3 === 1) continue;
    disk.mount();
    await updateOnce(repository, dataDir, undefined, from);
    expect(shownWhole(dataDir), what).toBe(3);
    disk.unmount();
  }
  expect(seen.get(2), 'some came in time').toBeGreaterThan(0);
}, 1_800_000);
