import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { installPack } from '../../../db/content/install-pack.ts';
import { openContentHouse } from '../../../electron/content/content-house.ts';
import { contentHandlers } from '../../../electron/handlers/content.ts';
import { directoryHandlers } from '../../../electron/handlers/directory.ts';
import { aLog } from '../../builders/a-log.ts';
import { aService } from '../../builders/a-service.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

/** A kiosk whose pack is in the store already; a directory with these services came with the app, and is not. */
function aKiosk(services: object[]) {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  installPack(db, aPackToInstall());
  db.close();
  const now = () => new Date(2026, 10, 26, 9);
  const house = openContentHouse({
    ...{ dataDir, now, log: aLog() },
    packsDir: dirname(packFolder()),
    directoryDir: aFolder({ 'services.json': JSON.stringify(services) }),
    migrationsDir: MIGRATIONS,
    nativeBinding: undefined,
  });
  return { ...contentHandlers(house), ...directoryHandlers(house, now) };
}

test('home does not wait for the directory, and is told when it has come', async () => {
  const kiosk = aKiosk([aService()]);
  expect(await kiosk['content:home']({})).toMatchObject({ directory: false, topics: [{}] });
  expect(await kiosk['directory:awaited']({})).toBe(true);
  expect(await kiosk['content:home']({})).toMatchObject({ directory: true });
});

test('a directory of no use is told as none', async () => {
  const kiosk = aKiosk([]);
  expect(await kiosk['directory:awaited']({})).toBe(false);
});
