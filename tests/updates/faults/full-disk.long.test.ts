// A real disk that fills up while an update is fetched: with less room left each time, and at last with none.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stagedVersion } from '../../../db/content/updates/staged-packs.ts';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { folderSource } from '../../../updates/source/folder-source.ts';
import type { Source } from '../../../updates/source/source.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aRawRepository } from '../../builders/updates/raw-repository.ts';
import { aSmallDisk } from '../../faults/small-disk.ts';

/** Enough for what an update wants to be free. */
const MEGABYTES = 80;
const PAGE = 4096;

/** The disk fills up, but for so many bytes, when the first content is asked for: after the look at what is free. */
function filling(source: Source, fill: () => void): Source {
  let isFull = false;
  return {
    address: source.address,
    open: (place, wanted) => {
      if (!isFull && place.startsWith('blobs/')) {
        isFull = true;
        fill();
      }
      return source.open(place, wanted);
    },
  };
}

test('the disk is named, in the log and in the store, nothing that is shown changes, and with room the update ends well', async () => {
  const repository = aRawRepository(2);
  const old = aRawRepository();
  cpSync(repository.folder, old.folder, { recursive: true });
  repository.publish(3);
  const disk = await aSmallDisk(MEGABYTES);
  const seen = new Map<string, number>();
  for (const left of [0, 1, 2, 4, 8, 16, 24, 32, 48, 64, 96, 128, 256, 512].map((pages) => pages * PAGE)) {
    const dataDir = join(disk.dataDir, String(left));
    mkdirSync(dataDir, { recursive: true });
    const kiosk = aKiosk(repository.bundledRoot, dataDir);
    expect(await kiosk.update(old)).toBe('ready');
    const outcome = await kiosk.update(filling(await folderSource(repository.folder), () => disk.fill(left)));
    const what = `${left} bytes left`;
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    expect(outcome, what).toMatch(/^(ready|disk-full)$/);
    expect([kiosk.shown(), kiosk.title()], what).toEqual(
      outcome === 'ready' ? [3, 'Versie 3'] : [2, 'Versie 2'],
    );
    // What came to nothing before it was ready is written down too, unless there is no room for a single page.
    if (outcome === 'disk-full' && left > 0 && stagedVersion(kiosk.db, 'klein') === undefined)
      expect(readUpdateStatus(kiosk.db).failure?.message, what).toMatch(/^The disk is full\./);
    disk.fill(MEGABYTES * 1_000_000);
    expect(await kiosk.update(repository), what).toMatch(/^(ready|current)$/);
    expect([kiosk.shown(), kiosk.title()], what).toEqual([3, 'Versie 3']);
    expect(readUpdateStatus(kiosk.db).failure, what).toBeNull();
    kiosk.db.close();
  }
  expect(Object.fromEntries(seen)).toMatchObject({
    'disk-full': expect.any(Number),
    ready: expect.any(Number),
  });
});

test('a disk with too little room is told before anything is fetched', async () => {
  const repository = aRawRepository(2);
  const disk = await aSmallDisk(20);
  mkdirSync(disk.dataDir);
  const kiosk = aKiosk(repository.bundledRoot, disk.dataDir);
  let isAsked = false;
  const source = filling(await folderSource(repository.folder), () => {
    isAsked = true;
  });
  expect([await kiosk.update(source), isAsked]).toEqual(['disk-full', false]);
  expect(readUpdateStatus(kiosk.db).failure?.message).toMatch(
    /^The update needs \d+ MB and \d+ MB are free\./,
  );
});
