import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberOf } from '../../../db/content/beside.ts';
import { floorOf, thresholdOf } from '../../../db/content/floors.ts';
import { activeVersion, heldVersion } from '../../../db/content/install-pack.ts';
import { judgeVersion } from '../../../db/content/proof.ts';
import { letGoOfPack, rollBackPack, rollBackTo } from '../../../db/content/updates/show-pack.ts';
import { showFactoryPack } from '../../../electron/updates/show-factory-pack.ts';
import { loadPackFolder } from '../../../packs/load-pack-folder.ts';
import { FACTORY_TITLE, factoryPacks } from '../../builders/factory-packs.ts';
import { packFiles } from '../../builders/pack-files.ts';
import { TODAY } from '../../builders/today.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aRawRepository, NOW, packOf } from '../../builders/updates/raw-repository.ts';

/** A kiosk that showed version 2 of a library until that rotted, and shows the pack of the app in its place. */
async function gaveWay(factory: number) {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(repository)).toBe('ready');
  // Version 1, which came with the app, is there no more: so the pack of a newer app is the last resort.
  kiosk.db.exec('DELETE FROM previous_packs; DELETE FROM pack_versions WHERE version = 1');
  kiosk.db.exec("UPDATE flows SET body = replace(body, 'Huurt u een huis?', 'Huurt u een huiS?')");
  expect(judgeVersion(kiosk.db, 'klein', 2)).toBe('rotten');
  const rotten = { packsDir: factoryPacks(factory), pack: 'klein', rotten: 2, today: TODAY, now: NOW };
  expect(showFactoryPack(kiosk.db, rotten)).toBe(factory);
  expect([kiosk.title(), heldVersion(kiosk.db, 'klein')]).toEqual([FACTORY_TITLE, undefined]);
  return { repository, ...kiosk };
}

test.each([1, 2, 9])(
  'what rotted gives way to the pack of the app, whatever its number (%i), and comes back with the next update',
  async (factory) => {
    const { db, repository, ...kiosk } = await gaveWay(factory);
    expect([floorOf(db, 'klein'), thresholdOf(db, 'klein')]).toEqual([2, 1]);
    expect(numberOf(activeVersion(db, 'klein')?.version ?? 0)).toBe(factory);
    expect([await kiosk.update(repository), kiosk.title()]).toEqual(['ready', 'Versie 2']);
    expect([floorOf(db, 'klein'), thresholdOf(db, 'klein')]).toEqual([2, 2]);
    repository.publish(3);
    expect([await kiosk.update(repository), kiosk.title()]).toEqual(['ready', 'Versie 3']);
  },
);

test.each([2, 9])(
  'it keeps out nothing that the library publishes next, and opens no door (%i)',
  async (factory) => {
    const { db, repository, ...kiosk } = await gaveWay(factory);
    repository.publish(1);
    expect([await kiosk.update(repository), kiosk.title()]).toEqual(['older', FACTORY_TITLE]);
    const signed = db.prepare(
      `INSERT INTO pack_versions (pack_id, version, digest, origin, about, words, parameters, contacts, synonyms)
       VALUES ('klein', 1, 'x', 'repository', '{}', '{}', '[]', '[]', '[]')`,
    );
    expect(() => signed.run()).toThrow('not higher than the installed one');
    repository.publish(3);
    expect([await kiosk.update(repository), kiosk.title()]).toEqual(['ready', 'Versie 3']);
    repository.publish(2);
    expect([await kiosk.update(repository), kiosk.title()]).toEqual(['older', 'Versie 3']);
  },
);

/** The pack of the app as a library publishes it under this number. */
const asItIs = (version: number) => ({ ...packFiles(), 'pack.yaml': String(packOf(version)['pack.yaml']) });

test('what rotted still comes back after the pack of a newer app was shown by hand', async () => {
  const { db, repository, ...kiosk } = await gaveWay(9);
  const loaded = loadPackFolder(join(factoryPacks(10), 'klein'), TODAY);
  if (!loaded.ok) throw new Error('The good pack of the tests is not good.');
  rollBackTo(db, loaded, NOW);
  letGoOfPack(db, 'klein');
  expect([await kiosk.update(repository), kiosk.title()]).toEqual(['ready', 'Versie 2']);
});

test('a library that goes back to the content of the app leaves it what it is, where that is shown', async () => {
  const { db, repository, ...kiosk } = await gaveWay(9);
  repository.publish(10);
  await kiosk.update(repository);
  rollBackPack(db, 'klein', NOW);
  letGoOfPack(db, 'klein');
  repository.publish(9, asItIs(9));
  expect([await kiosk.update(repository), kiosk.title()]).toEqual(['current', FACTORY_TITLE]);
  expect(activeVersion(db, 'klein')?.origin).toBe('folder');
});

test('a library may publish the number of the pack of the app: with another content, and as it is', async () => {
  const other = await gaveWay(9);
  other.repository.publish(9);
  expect([await other.update(other.repository), other.title(), other.shown()]).toEqual([
    'ready',
    'Versie 9',
    9,
  ]);
  const same = await gaveWay(9);
  same.repository.publish(9, asItIs(9));
  expect([await same.update(same.repository), same.title(), same.shown()]).toEqual([
    'ready',
    FACTORY_TITLE,
    9,
  ]);
  expect(await same.update(same.repository)).toBe('current');
  expect(floorOf(same.db, 'klein')).toBe(9);
});
