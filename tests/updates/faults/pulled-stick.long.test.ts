// A stick that is pulled out at every step of an update: what is shown stays whole, and the next plug-in completes.
import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { folderSource } from '../../../updates/source/folder-source.ts';
import type { Source } from '../../../updates/source/source.ts';
import { aLoopDisk } from '../../builders/loop-disk.ts';
import { aKiosk, type TestKiosk } from '../../builders/updates/a-kiosk.ts';
import { aRawRepository, type RawRepository } from '../../builders/updates/raw-repository.ts';
import { contentOf } from '../../builders/updates/refused.ts';

const WORDS = /cannot be read any more \(\w+\)\. Was the stick taken out\?$/;

/** The stick with something that happens at its n-th step: before a file is opened, and after each of its pieces. */
function atStep(source: Source, step: number, act: () => void): { source: Source; steps: () => number } {
  let steps = 0;
  const next = () => {
    if (++steps === step) act();
  };
  const open: Source['open'] = async (place, wanted) => {
    next();
    const { from, bytes } = await source.open(place, wanted);
    next();
    return {
      from,
      bytes: (async function* () {
        for await (const piece of bytes) {
          yield piece;
          next();
        }
      })(),
    };
  };
  return { source: { address: source.address, open }, steps: () => steps };
}

/** How many steps an update of a kiosk from this stick takes, when nothing happens. */
async function stepsOf(folder: string, kiosk: TestKiosk): Promise<number> {
  const { source, steps } = atStep(await folderSource(folder), 0, () => undefined);
  expect(await kiosk.update(source)).toBe('ready');
  return steps();
}

/** A kiosk with version 2, of a repository that has version 3. */
async function behind(): Promise<{ repository: RawRepository; kiosk: () => Promise<TestKiosk> }> {
  const repository = aRawRepository(2);
  const old = aRawRepository();
  cpSync(repository.folder, old.folder, { recursive: true });
  repository.publish(3);
  return {
    repository,
    kiosk: async () => {
      const kiosk = aKiosk(repository.bundledRoot);
      expect(await kiosk.update(old)).toBe('ready');
      return kiosk;
    },
  };
}

test('pulled at each of its steps: the folder is not there any more', async () => {
  const { repository, kiosk: aNewKiosk } = await behind();
  const steps = await stepsOf(repository.folder, await aNewKiosk());
  expect(steps).toBeGreaterThan(12);
  let gone = 0;
  for (let step = 1; step <= steps; step++) {
    const kiosk = await aNewKiosk();
    const before = contentOf(kiosk);
    const away = `${repository.folder}-away`;
    const stick = await folderSource(repository.folder);
    const { source } = atStep(stick, step, () => renameSync(repository.folder, away));
    const outcome = await kiosk.update(source);
    const what = `step ${step} of ${steps}: ${outcome}`;
    if (outcome === 'gone') {
      gone++;
      expect(contentOf(kiosk), what).toEqual(before);
      expect(readUpdateStatus(kiosk.db).failure?.message, what).toMatch(WORDS);
      expect([kiosk.shown(), kiosk.title()], what).toEqual([2, 'Versie 2']);
    } else expect([outcome, kiosk.shown()], what).toEqual(['ready', 3]);
    if (existsSync(away)) renameSync(away, repository.folder);
    expect(await kiosk.update(repository), what).toMatch(/^(ready|current)$/);
    expect([kiosk.shown(), kiosk.title()], what).toEqual([3, 'Versie 3']);
    expect(readUpdateStatus(kiosk.db).failure, what).toBeNull();
  }
  // Only when the last file was open already, nothing was missed.
  expect(gone).toBeGreaterThanOrEqual(steps - 6);
});

describe('a real device', () => {
  test('that fails under the reader at any step is told to be taken out', async () => {
    const { repository, kiosk: aNewKiosk } = await behind();
    const disk = aLoopDisk(8);
    const stick = join(disk.folder, 'balie');
    cpSync(repository.folder, stick, { recursive: true });
    const steps = await stepsOf(stick, await aNewKiosk());
    for (const step of [1, 2, 3, 5, 8, steps - 8]) {
      const kiosk = await aNewKiosk();
      // What was read before must not come from memory.
      disk.unmount();
      disk.mount();
      const { source } = atStep(await folderSource(stick), step, disk.cutPower);
      const what = `step ${step} of ${steps}`;
      expect(await kiosk.update(source), what).toBe('gone');
      expect(readUpdateStatus(kiosk.db).failure?.message, what).toMatch(WORDS);
      expect([kiosk.shown(), kiosk.title()], what).toEqual([2, 'Versie 2']);
      disk.unmount();
      disk.mount();
      expect(await kiosk.update({ folder: stick }), what).toBe('ready');
      expect([kiosk.shown(), kiosk.title()], what).toEqual([3, 'Versie 3']);
    }
  });
});
