import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownVersions } from '../../db/content/updates/shown-versions.ts';
import { followedIn, packsFollowed } from '../../updates/packs-followed.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { packFiles } from '../builders/pack-files.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository, STABLE } from '../builders/updates/raw-repository.ts';

test.each<[string, string | undefined, boolean[]]>([
  ['a kiosk without settings follows nothing', undefined, [false, false]],
  ['it follows what its settings say', JSON.stringify({ follow: [STABLE] }), [true, false]],
  ['of settings that are wrong nobody knows, so it may be any', '{"follow": 1}', [true, true]],
])('%s', (_, settings, follows) => {
  const dataDir = aDataFolder();
  if (settings !== undefined) writeFileSync(join(dataDir, 'repository.json'), settings);
  expect([STABLE.pack, 'anders'].map(followedIn(dataDir))).toEqual(follows);
});

test('what came with the app is not told of as what the library published, until it did', async () => {
  const repository = aRawRepository();
  repository.publish(1, packFiles());
  const { db, dataDir, update } = aKiosk(repository.bundledRoot);
  const other = { ...STABLE, pack: 'anders' };
  writeFileSync(join(dataDir, 'repository.json'), JSON.stringify({ follow: [STABLE, other] }));
  const told = () => packsFollowed(shownVersions(db), dataDir);
  const nothing = { ...other, version: 0 };
  expect(told()).toEqual([{ ...STABLE, version: 0 }, nothing]);
  await update(repository);
  expect(told()).toEqual([{ ...STABLE, version: 1 }, nothing]);
});

test('it says that it follows none only where it knows that', async () => {
  const dataDir = aDataFolder();
  const settings = join(dataDir, 'repository.json');
  expect([packsFollowed([], dataDir), packsFollowed(undefined, dataDir)]).toEqual([[], []]);
  writeFileSync(settings, JSON.stringify({ follow: [STABLE] }));
  expect(packsFollowed(undefined, dataDir)).toBeUndefined();
  writeFileSync(settings, '{"follow": 1}');
  expect(packsFollowed([], dataDir)).toBeUndefined();
});
