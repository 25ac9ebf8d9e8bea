import { expect, test } from 'vitest';
import { aKiosk } from '../builders/repository/a-kiosk.ts';
import { aRepository } from '../builders/repository/a-repository.ts';

test('a new version is fetched, made ready and shown, and the next time there is nothing to do', async () => {
  const repository = aRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(repository)).toBe('ready');
  expect([kiosk.shown(), kiosk.title()]).toEqual([2, 'Versie 2']);
  expect(await kiosk.update(repository)).toBe('current');
  repository.publish(3);
  expect(await kiosk.update(repository)).toBe('ready');
  expect([kiosk.shown(), kiosk.title()]).toEqual([3, 'Versie 3']);
});
