import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scrubContent } from '../../../cli/content/scrub-content.ts';
import { contentOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { rollBackPack } from '../../../db/content/updates/show-pack.ts';
import { MIGRATIONS } from '../../builders/a-store.ts';
import { runLongCommand } from '../../builders/run-balie.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { picturedPack, pictureOf } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository } from '../../builders/updates/raw-repository.ts';

async function aStoreWithUpdates() {
  const repository = aRawRepository();
  const kiosk = aKiosk(repository.bundledRoot);
  for (const version of [2, 3]) {
    repository.publish(version, picturedPack(version));
    expect(await kiosk.update(repository)).toBe('ready');
  }
  const scrub = (...more: string[]) =>
    runLongCommand(scrubContent, '--data', kiosk.dataDir, '--migrations', MIGRATIONS, ...more);
  return { ...kiosk, repository, scrub };
}

test('what is whole is said to be', async () => {
  const { scrub } = await aStoreWithUpdates();
  expect(await scrub()).toEqual({ status: 0, out: 'All that is stored is as it was written.' });
});

test('a picture that rotted is healed from a stick; without one, that is said', async () => {
  const { dataDir, scrub, repository } = await aStoreWithUpdates();
  const place = openBlobStore(dataDir).fileOf(contentOf(pictureOf(3)).sha256);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, 'rot');
  const without = await scrub();
  expect([without.status, without.out]).toEqual([1, expect.stringContaining('has rotted and is not shown')]);
  const healed = await scrub('--from', repository.folder);
  expect([healed.status, healed.out]).toEqual([0, expect.stringContaining(`from ${repository.folder}`)]);
});

test('a text that is lost gives way to the version before, and the last one stays', async () => {
  const { db, scrub, title } = await aStoreWithUpdates();
  db.exec('DELETE FROM pack_manifests WHERE version = 3');
  const fallen = await scrub();
  expect([fallen.status, fallen.out]).toEqual([
    1,
    expect.stringContaining('2, the version before, is shown'),
  ]);
  expect(title()).toBe('Versie 2');
  db.exec('DELETE FROM pack_manifests');
  const last = await scrub();
  expect([last.status, last.out]).toEqual([1, expect.stringContaining('there is no version before it')]);
  expect(title()).toBe('Versie 2');
});

test('a text that somebody went back from is said to stay until it is whole', async () => {
  const { db, scrub, shown } = await aStoreWithUpdates();
  rollBackPack(db, 'klein', 0);
  db.exec('DELETE FROM pack_manifests WHERE version = 3');
  const { status, out } = await scrub();
  expect([status, out, shown()]).toEqual([1, expect.stringContaining('nobody can go back to it'), 2]);
});

test.each([
  ['no data folder', [], '--data DIR is missing'],
  ['a stick that is not there', ['--from', join('/nowhere', 'stick')], 'There is no folder'],
])('%s is told', async (_, more, message) => {
  const { scrub } = await aStoreWithUpdates();
  const run = more.length === 0 ? scrubContent([]) : scrub(...more);
  await expect(run).rejects.toThrow(message);
});
