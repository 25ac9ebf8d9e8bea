import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aSmallDisk } from './small-disk.ts';
import { startKiosk, toldToStaff, useContent } from './start-kiosk.ts';
import { fillDataFolder, noPacks, thePacks } from './used-kiosk.ts';

test('a data folder that can only be read: the content that was there is shown, from memory', async () => {
  const disk = await aSmallDisk(4);
  const dataDir = fillDataFolder(join(disk.folder, 'data'));
  disk.forbidWriting();
  const kiosk = await startKiosk({ dataDir, packsDir: noPacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['not-writable']);
});

test('a data folder that cannot be made: visitors are helped from memory', async () => {
  const disk = await aSmallDisk(4);
  disk.forbidWriting();
  const kiosk = await startKiosk({ dataDir: join(disk.folder, 'data'), packsDir: thePacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['not-writable']);
});
