import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activeVersion } from '../../db/content/install-pack.ts';
import { judgeVersion, layProof } from '../../db/content/proof.ts';
import { isPublished } from '../../db/content/published.ts';
import { holdPack } from '../../db/content/updates/show-pack.ts';
import { newestManifest } from '../../db/content/updates/staged-packs.ts';
import type { WriteDb } from '../../db/open.ts';
import { installFactoryPacks } from '../../electron/content/factory.ts';
import { contentStatus } from '../../updates/content-status.ts';
import { aLog } from '../builders/a-log.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { packFiles } from '../builders/pack-files.ts';
import { packFolder } from '../builders/pack-folder.ts';
import { TODAY } from '../builders/today.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository, inDays, NOW, packOf } from '../builders/updates/raw-repository.ts';

// A library begins with the pack as it came with the app: that is what most will do.

function aPublisherOfTheSame() {
  const repository = aRawRepository();
  repository.publish(1, packFiles());
  return { repository, kiosk: aKiosk(repository.bundledRoot) };
}

/** A newer app, which brings version 5 of its own. */
function updateApp(db: WriteDb): void {
  const folder = aDataFolder();
  cpSync(packFolder(), join(folder, 'klein'), { recursive: true });
  const about = join(folder, 'klein/pack.yaml');
  writeFileSync(about, readFileSync(about, 'utf8').replace(/^version: \d+/m, 'version: 5'));
  installFactoryPacks(
    db,
    { folder, today: TODAY, isFollowed: () => true },
    { tell: () => undefined, log: aLog() },
  );
}

const statusOf = (db: WriteDb) =>
  contentStatus(db, { now: NOW, today: TODAY, shownSince: () => undefined, factory: new Set() })[0];

test('what came with the app and is then published as it is counts as published, and as signed', async () => {
  const { repository, kiosk } = aPublisherOfTheSame();
  expect(await kiosk.update(repository)).toBe('current');
  expect(activeVersion(kiosk.db, 'klein')).toMatchObject({ version: 1, origin: 'repository' });
  expect(isPublished(kiosk.db, 'klein')).toBe(true);
  expect(newestManifest(kiosk.db, 'klein')).toBeDefined();
  expect(judgeVersion(kiosk.db, 'klein', 1)).toBe('whole');
  expect(statusOf(kiosk.db)).toMatchObject({
    shown: { origin: 'repository', publishedAt: inDays(0) },
    expires: new Date(inDays(365)).toISOString(),
    heardUntil: new Date(inDays(30)).toISOString(),
  });
});

test('a newer app does not take its place, and the next version of the library comes', async () => {
  const { repository, kiosk } = aPublisherOfTheSame();
  await kiosk.update(repository);
  updateApp(kiosk.db);
  expect(kiosk.shown()).toBe(1);
  repository.publish(2);
  expect(await kiosk.update(repository)).toBe('ready');
  expect(kiosk.shown()).toBe(2);
});

test('so it is while somebody holds it', async () => {
  const { repository, kiosk } = aPublisherOfTheSame();
  holdPack(kiosk.db, 'klein', NOW);
  expect(await kiosk.update(repository)).toBe('current');
  expect(isPublished(kiosk.db, 'klein')).toBe(true);
});

test('what has rotted meanwhile is not proven anew as if it were right', async () => {
  const { repository, kiosk } = aPublisherOfTheSame();
  kiosk.db.exec("UPDATE flows SET titles = '{}'");
  expect(await kiosk.update(repository)).toBe('current');
  expect(judgeVersion(kiosk.db, 'klein', 1)).toBe('rotten');
  expect(isPublished(kiosk.db, 'klein')).toBe(false);
});

test('what was signed, and was mended after its manifest was lost, gets that again', async () => {
  const { repository, kiosk } = aPublisherOfTheSame();
  await kiosk.update(repository);
  kiosk.db.exec('DELETE FROM pack_manifests');
  layProof(kiosk.db, 'klein', 1);
  expect(await kiosk.update(repository)).toBe('current');
  expect(statusOf(kiosk.db)).toMatchObject({ expires: new Date(inDays(365)).toISOString() });
});

test('another content under the number that came with the app is not taken for it', async () => {
  const repository = aRawRepository();
  repository.publish(1, packOf(1));
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(repository)).toBe('older');
  expect(isPublished(kiosk.db, 'klein')).toBe(false);
});
