// A kiosk on whose disk bits fall over, while nobody is there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentOf, openBlobStore } from '../../db/blobs/blob-store.ts';
import { installPack } from '../../db/content/install-pack.ts';
import { readFlow } from '../../db/content/read-content.ts';
import { openForReading } from '../../db/open.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { TODAY } from '../builders/today.ts';
import { picturedPack, pictureOf } from '../builders/updates/pictured-pack.ts';
import { launchKiosk } from './launch-kiosk.ts';

test('a picture and a text that rotted on the disk are healed from the packs of the app', async () => {
  const packsDir = aDataFolder();
  for (const [path, content] of Object.entries(picturedPack(1))) {
    mkdirSync(dirname(join(packsDir, 'klein', path)), { recursive: true });
    writeFileSync(join(packsDir, 'klein', path), content);
  }
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  const loaded = loadPackFolder(join(packsDir, 'klein'), TODAY);
  if (!loaded.ok) throw new Error('The pack with a picture is not good.');
  installPack(db, loaded);
  db.exec("UPDATE flows SET body = replace(body, 'Huurt u een huis?', 'Huurt u een huiS?')");
  const place = openBlobStore(dataDir).fileOf(contentOf(pictureOf(1)).sha256);
  const rotten = readFileSync(place);
  rotten[20] = (rotten[20] ?? 0) ^ 1;
  writeFileSync(place, rotten);
  db.close();
  const kiosk = await launchKiosk({ dataDir, packsDir, env: { BALIE_SYNC_SECONDS: '1' } });
  onTestFinished(() => kiosk.close());
  const log = () => readFileSync(join(dataDir, 'logs/balie.log'), 'utf8');
  await expect.poll(log, { timeout: 60_000 }).toContain('content-looked-at');
  // Whoever writes a version again puts its pictures there again too.
  expect(log()).toContain(
    `content-healed: klein 1 had rotted on this disk, and is whole again from ${packsDir}`,
  );
  expect(Buffer.from(pictureOf(1)).equals(readFileSync(place))).toBe(true);
  const after = openForReading(join(dataDir, 'content.db'));
  expect(readFlow(after, 'huur')?.words['nl']?.questions['huurt-u']?.ask).toBe('Huurt u een huis?');
  after.close();
}, 100_000);
