import { expect, test } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { touch } from '../journeys/walk-through.ts';
import { aSmallDisk } from './small-disk.ts';
import { logged, startKiosk, toldToStaff, useContent } from './start-kiosk.ts';
import { aHeavyPack, aUsedKiosk, noPacks, thePacks } from './used-kiosk.ts';

test('a first start on a full disk: visitors are helped from memory, and staff hear of it', async () => {
  const disk = await aSmallDisk(4);
  disk.fill(0);
  const kiosk = await startKiosk({ ...disk.kiosk, packsDir: thePacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['disk-full']);
});

test('a disk that filled up since: the content that was there is shown, also what no pack brings along', async () => {
  const disk = await aSmallDisk(4);
  disk.put(aUsedKiosk().dataDir);
  disk.fill(0);
  const kiosk = await startKiosk({ ...disk.kiosk, packsDir: noPacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['disk-full']);
});

test('a disk that fills up while the kiosk runs: visits go on, and staff hear of it at the next one', async () => {
  const disk = await aSmallDisk(4);
  disk.put(aUsedKiosk().dataDir);
  const kiosk = await startKiosk({ ...disk.kiosk, packsDir: noPacks() });
  await useContent(kiosk.page());
  disk.fill(0);
  await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['disk-full']);
});

test('a new pack that runs out of space: the content before it stays', async () => {
  const disk = await aSmallDisk(8);
  disk.put(aUsedKiosk().dataDir);
  disk.fill(1_200_000);
  const kiosk = await startKiosk({ ...disk.kiosk, packsDir: aHeavyPack(2) });
  const line = await logged(disk.dataDir, 'disk-full');
  expect(line).toContain('was not installed, the store keeps what it had');
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['disk-full']);
});
