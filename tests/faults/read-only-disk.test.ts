import { expect, test } from 'vitest';
import { aSmallDisk } from './small-disk.ts';
import { startKiosk, toldToStaff, useContent } from './start-kiosk.ts';
import { afterPowerCut, aUsedKiosk, noPacks, thePacks } from './used-kiosk.ts';

test('a data folder that can only be read: the content that was there is shown, from memory', async () => {
  const disk = await aSmallDisk(4);
  disk.put(aUsedKiosk().dataDir);
  disk.forbidWriting();
  const kiosk = await startKiosk({ ...disk.kiosk, packsDir: noPacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['not-writable']);
});

test('a disk that went read-only when the power went: what was still in the WAL is shown too', async () => {
  const disk = await aSmallDisk(4);
  disk.put(afterPowerCut(aUsedKiosk().dataDir));
  disk.forbidWriting();
  const kiosk = await startKiosk({ ...disk.kiosk, packsDir: noPacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['not-writable']);
});

test('a data folder that cannot be made: visitors are helped from memory', async () => {
  const disk = await aSmallDisk(4);
  disk.forbidWriting();
  const kiosk = await startKiosk({ ...disk.kiosk, packsDir: thePacks() });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['not-writable']);
});
