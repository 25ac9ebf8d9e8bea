import { expect, test } from 'vitest';
import { folderSource } from '../../updates/source/folder-source.ts';
import { type Source, SourceError } from '../../updates/source/source.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository } from '../builders/updates/raw-repository.ts';

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

test('what came before a line broke off is not fetched again', async () => {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  const folder = await folderSource(repository.folder);
  let asked: string[] = [];
  const upTo = (most: number): Source => ({
    ...folder,
    open: async (place, wanted) => {
      if (place.startsWith('blobs/')) {
        if (asked.length >= most) throw new SourceError('unreachable', 'It is out of order.');
        asked.push(place);
      }
      return folder.open(place, wanted);
    },
  });
  expect(await kiosk.update(upTo(3))).toBe('unreachable');
  const first = asked;
  expect(first).toHaveLength(3);
  asked = [];
  expect(await kiosk.update(upTo(Number.POSITIVE_INFINITY))).toBe('ready');
  expect(asked.filter((place) => first.includes(place))).toEqual([]);
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
