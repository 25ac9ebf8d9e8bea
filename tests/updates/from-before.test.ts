import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aDataFolder } from '../builders/a-store.ts';
import { aKey, aRawRepository } from '../builders/updates/raw-repository.ts';
import { upToDate } from '../builders/updates/up-to-date.ts';

/** A kiosk that heard that the keys of the server were exchanged, and a stick from before that. */
async function withOldStick() {
  const { repository, kiosk } = await upToDate();
  const stick = aDataFolder();
  cpSync(repository.folder, stick, { recursive: true });
  const before = { ...repository.keys };
  repository.keys.timestamp = [aKey()];
  repository.keys.snapshot = [aKey()];
  repository.signRoot();
  repository.publish(3);
  expect(await kiosk.update(repository)).toBe('ready');
  return { repository, kiosk, stick, before };
}

test('a stick from before the keys of the server were exchanged is old, and no forgery', async () => {
  const { kiosk, stick } = await withOldStick();
  expect(await kiosk.update({ folder: stick })).toBe('rolled-back');
});

test('a thief who has the newest root and the keys of before is one, and so is a stranger', async () => {
  const { repository, kiosk, before } = await withOldStick();
  repository.signTimestamp(undefined, before.timestamp);
  expect(await kiosk.update(repository)).toBe('untrusted');
  expect(await kiosk.update(aRawRepository(9))).toBe('untrusted');
});
