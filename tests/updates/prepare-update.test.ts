import { utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openBlobStore } from '../../db/blobs/blob-store.ts';
import type { WriteDb } from '../../db/open.ts';
import { scrub } from '../../updates/scrub/scrub.ts';
import { folderSource } from '../../updates/source/folder-source.ts';
import { type Source, SourceError } from '../../updates/source/source.ts';
import { blobsIn } from '../builders/blobs-in.ts';
import { TODAY } from '../builders/today.ts';
import { aKiosk, type TestKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository, NOW, STABLE } from '../builders/updates/raw-repository.ts';

test('a new version is fetched, made ready and shown, and the next time there is nothing to do', async () => {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(repository)).toBe('ready');
  expect([kiosk.shown(), kiosk.title()]).toEqual([2, 'Versie 2']);
  expect(await kiosk.update(repository)).toBe('current');
  repository.publish(3);
  expect(await kiosk.update(repository)).toBe('ready');
  expect([kiosk.shown(), kiosk.title()]).toEqual([3, 'Versie 3']);
});

describe('what came before a line broke off', () => {
  /** A source in a folder that breaks off after so many contents, and tells which were asked for. */
  async function breakingOff(folder: string, most = Number.POSITIVE_INFINITY) {
    const whole = await folderSource(folder);
    const asked: string[] = [];
    const source: Source = {
      ...whole,
      open: async (place, wanted) => {
        if (place.startsWith('blobs/')) {
          if (asked.length >= most) throw new SourceError('unreachable', 'It is out of order.');
          asked.push(place);
        }
        return whole.open(place, wanted);
      },
    };
    return { source, asked };
  }
  const scrubAt = (db: WriteDb, now: number) =>
    scrub({
      ...{ db, packsDir: undefined, sources: [], today: TODAY, now: () => now },
      pause: async () => undefined,
    });
  const WEEK = 7 * 86_400_000;

  test.each<
    [string, (kiosk: TestKiosk, from: ReturnType<typeof aRawRepository>) => Promise<unknown>, boolean]
  >([
    ['is not fetched again', async () => undefined, false],
    ['nor after a scrub', ({ db }) => scrubAt(db, NOW + WEEK - 1), false],
    [
      'nor when another look found nothing new',
      (kiosk, from) => kiosk.update(from, { follow: { ...STABLE, pack: 'anders' } }),
      false,
    ],
    [
      'nor when another pack came, which was bad',
      async (kiosk, from) => {
        const follow = { ...STABLE, pack: 'anders' };
        from.addPack(1, { 'pack.json': '{' }, follow);
        from.signLibrary();
        from.announce();
        expect(await kiosk.update(from, { follow })).toBe('pack-broken');
      },
      false,
    ],
    ['is removed by a scrub when nobody came for a week', ({ db }) => scrubAt(db, NOW + WEEK), true],
  ])('%s', async (_what, meanwhile, isFetchedAgain) => {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    const first = await breakingOff(repository.folder, 3);
    expect(await kiosk.update(first.source)).toBe('unreachable');
    expect(first.asked).toHaveLength(3);
    for (const name of blobsIn(kiosk.dataDir))
      utimesSync(openBlobStore(kiosk.dataDir).fileOf(name), NOW / 1000, NOW / 1000);
    await meanwhile(kiosk, repository);
    const second = await breakingOff(repository.folder);
    expect(await kiosk.update(second.source)).toBe('ready');
    expect(first.asked.some((place) => second.asked.includes(place))).toBe(isFetchedAgain);
  });
});

test('of a library that joined and has published nothing yet there is nothing, and then what it publishes', async () => {
  const repository = aRawRepository();
  repository.signSnapshot((body) => {
    body['meta'] = { 'targets.json': { version: repository.versions.targets } };
  });
  repository.signTimestamp();
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(repository)).toBe('not-published');
  repository.publish(2);
  expect(await kiosk.update(repository)).toBe('ready');
});
