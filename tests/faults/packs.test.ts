import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { judgeScreen } from '../journeys/judge-screen.ts';
import { heading, starting, touch } from '../journeys/walk-through.ts';
import { logged, meetNoContent, startKiosk, toldToStaff } from './start-kiosk.ts';
import { copyOfPack, fillDataFolder, noPacks, thePacks } from './used-kiosk.ts';

const SHIPPED = join(import.meta.dirname, '../../assets/packs/zelfredzaam');

/** The pack that ships with the app, with a mistake as an author makes one. */
function theBrokenPack(): string {
  const packs = copyOfPack(SHIPPED);
  const flow = join(packs, 'pakket/flows/huurtoeslag/flow.yaml');
  writeFileSync(flow, readFileSync(flow, 'utf8').replace(/^start: .*$/m, 'start: nergens'));
  return packs;
}

test('a broken pack is not placed: the last good content is shown, and staff hear of it', async () => {
  const dataDir = fillDataFolder(aDataFolder(), copyOfPack(SHIPPED));
  const kiosk = await startKiosk({ dataDir, packsDir: theBrokenPack() });
  expect(await logged(dataDir, 'pack-broken')).toContain('flows/huurtoeslag/flow.yaml');
  await touch(kiosk.page(), nl.attract.start);
  await heading(kiosk.page(), nl.home.title).waitFor();
  expect(await toldToStaff(kiosk.page(), judgeScreen)).toEqual(['pack-broken']);
  await starting(kiosk.page(), 'Geld').click();
  await starting(kiosk.page(), 'Huurtoeslag').first().click();
  await kiosk.page().locator('[data-answer]').first().waitFor();
});

test('a broken pack alone: a calm screen that sends to the desk', async () => {
  const dataDir = aDataFolder();
  const kiosk = await startKiosk({ dataDir, packsDir: thePacks({ 'topics.yaml': 'no: list' }) });
  await meetNoContent(kiosk.page());
  expect(await toldToStaff(kiosk.page(), judgeScreen)).toEqual(['pack-broken', 'no-content']);
  await logged(dataDir, 'pack-broken');
  await logged(dataDir, 'no-content');
});

test('no pack at all: a calm screen that sends to the desk; the next pack that comes is shown', async () => {
  const dataDir = aDataFolder();
  const kiosk = await startKiosk({ dataDir, packsDir: noPacks() });
  await meetNoContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['no-content']);
  await logged(dataDir, 'no-content');
  await kiosk.close();
  const next = await startKiosk({ dataDir, packsDir: thePacks() });
  await touch(next.page(), nl.attract.start);
  await heading(next.page(), nl.home.title).waitFor();
  expect(await toldToStaff(next.page())).toEqual([]);
});
