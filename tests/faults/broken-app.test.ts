import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDataFolder } from '../builders/a-store.ts';
import { APP_FOLDER } from '../journeys/launch-kiosk.ts';
import { logged, meetNoContent, setAsideIn, startKiosk, toldToStaff } from './start-kiosk.ts';
import { aUsedKiosk } from './used-kiosk.ts';

/** The built app, with a part of it that does not load. */
function anAppWithBroken(part: RegExp): string {
  const app = aDataFolder();
  cpSync(join(APP_FOLDER, 'dist'), join(app, 'dist'), { recursive: true });
  for (const name of ['package.json', 'assets']) symlinkSync(join(APP_FOLDER, name), join(app, name));
  const main = join(app, 'dist/main');
  const [file] = readdirSync(main).filter((name) => part.test(name));
  if (file === undefined) throw new Error(`No file of ${main} fits ${part}.`);
  writeFileSync(join(main, file), '(no module');
  return app;
}

test('an app that cannot open any store sends visitors to the desk, and leaves good stores alone', async () => {
  const { dataDir, packsDir } = aUsedKiosk();
  const stores = () => ['content.db', 'ops.db'].map((name) => readFileSync(join(dataDir, name)));
  const before = stores();
  const kiosk = await startKiosk({ dataDir, packsDir, appFolder: anAppWithBroken(/^better_sqlite3\.node$/) });
  await meetNoContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['ops-drift', 'no-content']);
  await logged(dataDir, 'no-content');
  expect(stores()).toEqual(before);
  expect(setAsideIn(dataDir)).toEqual([]);
});

test('an app of which half does not load sends visitors to the desk all the same', async () => {
  const { dataDir, packsDir } = aUsedKiosk();
  const appFolder = anAppWithBroken(/^rooms-.*\.cjs$/);
  const kiosk = await startKiosk({ dataDir, packsDir, appFolder });
  await meetNoContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual(['no-content']);
  await logged(dataDir, 'rooms-failed');
});
