import { expect, test } from 'vitest';
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
