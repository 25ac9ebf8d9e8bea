import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readFlow } from '../../../db/content/read-content.ts';
import { type ContentHouse, openContentHouse } from '../../../electron/content/content-house.ts';
import type { FillBeside } from '../../../electron/content/fill-packs.ts';
import { type FactoryRequest, installFactory } from '../../../electron/updates/factory-job.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, MIGRATIONS } from '../../builders/a-store.ts';
import { damageTable } from '../../builders/damage.ts';
import { packFolder } from '../../builders/pack-folder.ts';

const NOW = new Date(2026, 10, 24, 9);

/** A house with an empty store, whose packs a process of its own brings in: what that does is given. */
function aHouse(fillBeside: FillBeside, { packsDir = dirname(packFolder()), dataDir = aDataFolder() } = {}) {
  const log = aLog();
  const asked: FactoryRequest[] = [];
  const house = openContentHouse({
    ...{ dataDir, packsDir, migrationsDir: MIGRATIONS, nativeBinding: undefined, now: () => NOW, log },
    fillBeside: (request) => {
      asked.push(request);
      return fillBeside(request);
    },
  });
  return { house, log, asked, dataDir };
}

const title = (house: ContentHouse) =>
  house.read(
    (db) => readFlow(db, 'huur')?.words['nl']?.title,
    () => 'no store',
  );

test('packs that came with the app are brought in by a process of its own, and readers wait for it', async () => {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const { house, log, asked } = aHouse(async (request) => {
    await begun;
    return installFactory(request);
  });
  let shown: string | undefined;
  const read = title(house).then((found) => {
    shown = found;
  });
  await new Promise(setImmediate);
  // Main has gone on meanwhile.
  expect([asked.map(({ job }) => job), shown]).toEqual([['factory'], undefined]);
  begin();
  await read;
  expect(shown).toBe('Huur');
  await house.filled();
  expect([log.lines, house.troubles()]).toEqual([['pack-installed: klein 1: installed'], []]);
});

test('staff hear of a pack that fails the check, and what is there already starts no process', async () => {
  const broken = aHouse(async (request) => installFactory(request), {
    packsDir: dirname(packFolder({ 'topics.yaml': 'no: list' })),
  });
  await broken.house.filled();
  expect(broken.house.troubles()).toEqual(expect.arrayContaining(['pack-broken', 'no-content']));
  const packsDir = dirname(packFolder());
  const first = aHouse(async (request) => installFactory(request), { packsDir });
  await first.house.filled();
  const again = aHouse(async (request) => installFactory(request), { packsDir, dataDir: first.dataDir });
  await again.house.filled();
  expect([await title(again.house), again.asked]).toEqual(['Huur', []]);
});

test('where that process fails, the packs are brought in all the same', async () => {
  const { house, log } = aHouse(async () => ({ ok: false, fault: 'ended', message: 'it ended with 9' }));
  expect(await title(house)).toBe('Huur');
  expect(log.lines).toEqual([
    'not-filled-beside: ended: it ended with 9',
    'pack-installed: klein 1: installed',
  ]);
});

test('what lies in memory is filled here: no other process reaches it', async () => {
  const { house, asked } = aHouse(async (request) => installFactory(request), {
    dataDir: '/dev/null/no-folder',
  });
  expect([await title(house), asked]).toEqual(['Huur', []]);
});

test('a store that this process finds damaged is built again, and filled', async () => {
  let times = 0;
  const { house, log } = aHouse(async (request) => {
    if (++times === 1) damageTable(join(request.dataDir, 'content.db'), 'pack_versions');
    return installFactory(request);
  });
  expect(await title(house)).toBe('Huur');
  expect([times, log.codes()]).toEqual([2, expect.arrayContaining(['content-damaged', 'pack-installed'])]);
});
