import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { contentOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { openContentHouse } from '../../../electron/content/content-house.ts';
import { startContentScrub } from '../../../electron/updates/content-scrub.ts';
import { lookForUpdates } from '../../../electron/updates/look-job.ts';
import { scrubStore } from '../../../electron/updates/scrub-job.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { TODAY } from '../../builders/today.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { picturedPack, pictureOf } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository, NOW, STABLE } from '../../builders/updates/raw-repository.ts';

/** A version whose text goes on over pages of its own in the store. */
function longPack(version: number): Record<string, string | Uint8Array> {
  const files = picturedPack(version);
  const text = 'articles/huur-uitleg/nl.md';
  return { ...files, [text]: `${files[text]}${`\nU krijgt geld, zegt versie ${version}.\n`.repeat(200)}` };
}

/** One bit falls over in the number of the next page, in the page that holds most of a text. */
function turnOneBit(file: string, pageSize: number, text: string): void {
  const bytes = readFileSync(file);
  const on = (page: number) =>
    bytes
      .subarray(page * pageSize, (page + 1) * pageSize)
      .toString('latin1')
      .split(text).length;
  const pages = Array.from({ length: bytes.length / pageSize }, (_, page) => page);
  const [page = 0] = pages.sort((one, other) => on(other) - on(one));
  bytes[page * pageSize] = Number(bytes[page * pageSize]) ^ 0x40;
  writeFileSync(file, bytes);
}

test('one bit in a version that no visitor reads: the store is built again at rest, and updates come', async () => {
  const repository = aRawRepository();
  const dataDir = aDataFolder();
  const old = aKiosk(repository.bundledRoot, dataDir);
  for (const version of [2, 3]) {
    repository.publish(version, longPack(version));
    expect(await old.update(repository)).toBe('ready');
  }
  old.db.pragma('wal_checkpoint(TRUNCATE)');
  const pageSize = old.db.pragma('page_size', { simple: true }) as number;
  old.db.close();
  turnOneBit(join(dataDir, 'content.db'), pageSize, 'zegt versie 2');
  const picture = openBlobStore(dataDir).fileOf(contentOf(pictureOf(3)).sha256);
  writeFileSync(picture, Buffer.alloc(readFileSync(picture).length));

  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const packsDir = dirname(packFolder());
  const log = aLog();
  const house = openContentHouse({ ...places, packsDir, now: () => new Date(NOW), log });
  const title = () =>
    house.read(
      (db) => readFlow(db, 'huur')?.words['nl']?.title,
      () => undefined,
    );
  expect(await title()).toBe('Versie 3');
  const redraw = vi.fn();
  let tick: () => void = () => undefined;
  let ticks = 0;
  startContentScrub({
    ...{ ...places, packsDir, log, redraw, now: () => new Date(NOW), today: () => TODAY, everyMs: 1 },
    ...{
      change: house.change,
      mend: house.mend,
      incident: house.incident,
      remind: house.remind,
      report: house.report,
      isQuiet: () => true,
      sticks: () => [],
    },
    later: (act) => {
      ticks++;
      tick = act;
    },
    runScrub: (request, { hear }) => scrubStore(request, hear),
  });
  tick();
  await expect.poll(() => ticks).toBe(2);
  expect(log.codes()).toContain('content-damaged');
  expect(house.troubles()).toEqual(['content-rebuilt']);
  expect(redraw).toHaveBeenCalledOnce();

  const rootFile = join(dataDir, 'root.json');
  writeFileSync(rootFile, repository.bundledRoot);
  const settings = { address: repository.folder, follow: [STABLE] };
  const looked = await lookForUpdates({ ...places, settings, rootFile, now: NOW, today: TODAY });
  expect(looked).toMatchObject({ packs: [{ kind: 'ready', version: 3 }] });
  expect(house.change((db) => showStagedPack(db, 'klein'))).toBe('shown');
  expect(await title()).toBe('Versie 3');
  expect(readFileSync(picture).equals(pictureOf(3))).toBe(true);
});
