import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aSmallDisk } from './small-disk.ts';
import { logged, startKiosk, toldToStaff, useContent } from './start-kiosk.ts';
import { aHeavyPack, fillDataFolder, noPacks, thePacks } from './used-kiosk.ts';

test('a first start on a full disk: visitors are helped from memory, and staff hear of it', async () => {
  const disk = await aSmallDisk(4);
  disk.fill(0);
  const kiosk = await startKiosk({ dataDir: join(disk.folder, 'data'), packsDir: thePacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['disk-full']);
});

test('a disk that filled up since: the content that was there is shown, also what no pack brings along', async () => {
  const disk = await aSmallDisk(4);
  const dataDir = fillDataFolder(join(disk.folder, 'data'));
  disk.fill(0);
  const kiosk = await startKiosk({ dataDir, packsDir: noPacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['disk-full']);
});

test('a new pack that runs out of space: the content before it stays', async () => {
  const disk = await aSmallDisk(8);
  const dataDir = fillDataFolder(join(disk.folder, 'data'));
  disk.fill(1_200_000);
  const kiosk = await startKiosk({ dataDir, packsDir: aHeavyPack(2) });
  expect(await logged(dataDir, 'disk-full')).toContain('was not installed, the store keeps what it had');
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['disk-full']);
});
