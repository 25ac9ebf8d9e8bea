// A kiosk that is switched on for the first time, or with a newer app: the packs come in, and the screen answers.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { APP_FOLDER, launchKiosk } from './launch-kiosk.ts';
import { starting, touch } from './walk-through.ts';

test('the packs that came with the app are read by another process: the main one is free for the screen', async () => {
  const kiosk = await launchKiosk({ packsDir: join(APP_FOLDER, 'assets/packs'), idleSeconds: 600 });
  onTestFinished(() => kiosk.close());
  const page = kiosk.page();
  await touch(page, nl.display.title);
  await page.getByRole('dialog', { name: nl.display.title }).waitFor();
  await touch(page, nl.display.done);
  await touch(page, nl.attract.start);
  await starting(page, 'Geld en toeslagen').waitFor({ timeout: 120_000 });
  const loaded = await kiosk.app.evaluate(() =>
    Object.keys((process.mainModule as unknown as { constructor: { _cache: object } }).constructor._cache),
  );
  expect(loaded.some((file) => file.includes('rooms'))).toBe(true);
  // What reads and checks a pack.
  expect(loaded.filter((file) => file.includes('load-pack-folder'))).toEqual([]);
}, 240_000);
