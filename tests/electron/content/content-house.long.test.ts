import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { floorOf } from '../../../db/content/floors.ts';
import { heldVersion, installPack } from '../../../db/content/install-pack.ts';
import { readFlow, readShared } from '../../../db/content/read-content.ts';
import { findDocuments } from '../../../db/content/search/find-documents.ts';
import { indexDocuments } from '../../../db/content/search/index-documents.ts';
import { readHits } from '../../../db/content/search/read-hits.ts';
import { searchStore } from '../../../db/content/search/search-store.ts';
import { holdPack, letGoOfPack } from '../../../db/content/updates/show-pack.ts';
import type { ReadDb, WriteDb } from '../../../db/open.ts';
import { listIncidents, recordIncident } from '../../../db/ops/incidents.ts';

import { openContentHouse } from '../../../electron/content/content-house.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { damageTable } from '../../builders/damage.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

const NOW = new Date(2026, 10, 24, 9);

function aHouse(parts: { dataDir?: string; packsDir?: string; migrationsDir?: string } = {}) {
  const log = aLog();
  const dataDir = parts.dataDir ?? aDataFolder();
  const house = openContentHouse({
    dataDir,
    packsDir: dirname(packFolder()),
    migrationsDir: MIGRATIONS,
    nativeBinding: undefined,
    now: () => NOW,
    log,
    ...parts,
  });
  const title = () => house.read(titleIn, () => 'no store');
  return { house, log, dataDir, title };
}

const titleIn = (db: ReadDb) => readFlow(db, 'huur')?.words['nl']?.title;

/** A data folder in which a pack called `Van vroeger` is shown; the factory's pack has the title `Huur`. */
function aDataFolderWithContent(version = 1): string {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  installPack(db, aPackToInstall({ version, title: 'Van vroeger' }));
  db.close();
  return dataDir;
}

/** The ids that a search finds. */
const findIn = (asked: string) => (db: ReadDb) =>
  readHits(searchStore(db), findDocuments(searchStore(db), asked, 'nl').documents, 'nl').map(({ id }) => id);

/** What the ops store says, once the house has written it down. */
async function incidentsIn(dataDir: string): Promise<string[]> {
  const db = aStore('ops', join(dataDir, 'ops.db'));
  onTestFinished(() => void db.close());
  return await expect
    .poll(() => listIncidents(db).map(({ code }) => code))
    .not.toEqual([])
    .then(() => listIncidents(db).map(({ code }) => code));
}

test('content that a version without a search put there gets its index, and stays', async () => {
  const dataDir = aDataFolderWithContent(2);
  const db = aStore('content', join(dataDir, 'content.db'));
  indexDocuments(db, 'pack:klein', []);
  db.close();
  const { house, title } = aHouse({ dataDir });
  await expect.poll(() => house.read(findIn('vroeger'), () => [])).toEqual(['huur']);
  expect(await title()).toBe('Van vroeger');
});

test('at a first start a reader waits for the content that came with the app', async () => {
  const { title, house, log } = aHouse();
  expect(await title()).toBe('Huur');
  expect(house.troubles()).toEqual([]);
  expect(log.codes()).toEqual(['pack-installed']);
});

test('what came with the app and found a version held comes when that is let go', async () => {
  const dataDir = aDataFolderWithContent();
  const store = aStore('content', join(dataDir, 'content.db'));
  holdPack(store, 'klein', NOW.getTime());
  store.close();
  const { title, house } = aHouse({ dataDir });
  await house.filled();
  expect(await title()).toBe('Van vroeger');
  house.change((db) => letGoOfPack(db, 'klein'));
  await house.fillAgain();
  expect(await title()).toBe('Huur');
});

test('with content in the store nobody waits', async () => {
  const { title, log } = aHouse({ dataDir: aDataFolderWithContent() });
  const first = title();
  expect(log.codes()).toEqual([]);
  expect(await first).toBe('Van vroeger');
});

test('the day is that of the place where the kiosk stands', () => {
  expect(aHouse().house.today()).toBe('2026-11-24');
});

describe('without any content', () => {
  test.each([
    ['there is no pack', () => aDataFolder()],
    ['there is no folder of packs', () => join(aDataFolder(), 'nowhere')],
    [
      'a file stands where the packs should be',
      () => {
        const file = join(aDataFolder(), 'packs');
        writeFileSync(file, '');
        return file;
      },
    ],
  ])('staff hear of it: %s', async (_, packs) => {
    const { house, title, log, dataDir } = aHouse({ packsDir: packs() });
    expect(await title()).toBeUndefined();
    expect(house.troubles()).toEqual(['no-content']);
    expect(log.codes()).toContain('no-content');
    expect(await incidentsIn(dataDir)).toEqual(['no-content']);
  });

  test('a broken pack is told too', async () => {
    const { house, title } = aHouse({ packsDir: dirname(packFolder({ 'topics.yaml': 'no: list' })) });
    await title();
    expect(house.troubles()).toEqual(['pack-broken', 'no-content']);
  });

  test('an app that has lost a part answers without a store', async () => {
    const { house, title } = aHouse({ migrationsDir: aDataFolder() });
    expect(await title()).toBe('no store');
    expect(house.troubles()).toEqual(['ops-drift', 'no-content']);
  });
});

test('a broken pack leaves the last good content, and staff hear of it', async () => {
  const { house, title, dataDir } = aHouse({
    dataDir: aDataFolderWithContent(),
    packsDir: dirname(packFolder({ 'topics.yaml': 'no: list' })),
  });
  expect(await title()).toBe('Van vroeger');
  await expect.poll(() => house.troubles()).toEqual(['pack-broken']);
  expect(await incidentsIn(dataDir)).toEqual(['pack-broken']);
});

describe('a store that turns out to be damaged', () => {
  test('while it is read is built again, and the reader gets an answer', async () => {
    const dataDir = aDataFolderWithContent(9);
    damageTable(join(dataDir, 'content.db'), 'flows');
    const { house, title, log } = aHouse({ dataDir });
    expect(await title()).toBe('Huur');
    expect(house.troubles()).toEqual(['content-rebuilt']);
    expect(log.codes()).toEqual(
      expect.arrayContaining(['content-damaged', 'content-rebuilt', 'pack-installed']),
    );
    expect(readdirSync(dataDir).some((name) => name.startsWith('content.db.unreadable-'))).toBe(true);
    expect(await incidentsIn(dataDir)).toEqual(['content-rebuilt', 'content-damaged']);
  });

  test('inside a long value, where SQLite does not look, is built again too', async () => {
    const dataDir = aDataFolder();
    const db = aStore('content', join(dataDir, 'content.db'));
    installPack(db, aPackToInstall({ version: 9, title: 'lang '.repeat(5_000) }));
    db.close();
    damageTable(join(dataDir, 'content.db'), 'flows', 'overflow');
    const { title, log } = aHouse({ dataDir });
    expect(await title()).toBe('Huur');
    expect(log.codes()).toContain('content-rebuilt');
  });

  test.each(['search_titles_data', 'search_words', 'search_texts'])(
    'where it is searched (%s) is built again, and the search finds',
    async (table) => {
      const dataDir = aDataFolderWithContent(9);
      damageTable(join(dataDir, 'content.db'), table);
      const { house } = aHouse({ dataDir });
      expect(await house.read(findIn('huur'), () => [])).toContain('huur');
      expect(house.troubles()).toEqual(['content-rebuilt']);
    },
  );

  test('is built again once, however many were reading', async () => {
    const dataDir = aDataFolderWithContent(9);
    damageTable(join(dataDir, 'content.db'), 'flows');
    const { title, log } = aHouse({ dataDir });
    expect(await Promise.all([title(), title(), title()])).toEqual(['Huur', 'Huur', 'Huur']);
    expect(log.codes().filter((code) => code === 'content-damaged')).toHaveLength(1);
  });

  test.each(['active_packs', 'pack_versions'])('before anybody reads (%s) is built again', async (table) => {
    const dataDir = aDataFolderWithContent(9);
    damageTable(join(dataDir, 'content.db'), table);
    expect(
      await aHouse({ dataDir }).house.read(
        (db) => readShared(db)?.about.version,
        () => 0,
      ),
    ).toBe(1);
  });

  test('while it is changed is built again, and the next change goes in', async () => {
    const dataDir = aDataFolderWithContent(9);
    damageTable(join(dataDir, 'content.db'), 'flows', 'tree');
    const { house, title } = aHouse({ dataDir });
    expect(house.change((db) => db.prepare('DELETE FROM flows').run().changes)).toBeUndefined();
    expect(await title()).toBe('Huur');
    expect(house.change((db) => db.prepare('SELECT count(*) FROM flows').pluck().get())).toBe(1);
    expect(house.troubles()).toEqual(['content-rebuilt']);
  });

  test('again and again goes on in memory', async () => {
    const { house, log, dataDir } = aHouse();
    const claims = { left: 7 };
    const ask = (db: ReadDb) => {
      if (claims.left-- > 0) throw Object.assign(new Error('bad disk'), { code: 'SQLITE_CORRUPT' });
      return `${db.memory ? 'memory' : 'disk'} ${readShared(db)?.about.id}`;
    };
    const seen = [];
    for (let times = 0; times < 4; times += 1)
      seen.push(await house.read(ask, () => '').catch(() => 'failed'));
    expect(seen.at(-1)).toBe('memory klein');
    expect(log.codes().filter((code) => code === 'content-damaged').length).toBeGreaterThan(3);
    expect(readdirSync(dataDir)).toContain('content.db');
  });

  test('is not what a bug of ours is taken for', async () => {
    const { house, log } = aHouse();
    const bug = () => {
      throw new TypeError('a bug');
    };
    await expect(house.read(bug, () => undefined)).rejects.toThrow('a bug');
    expect(log.codes()).toEqual(['pack-installed']);
  });
});

describe('a disk that fills up while the kiosk runs', () => {
  const write = (db: WriteDb) =>
    recordIncident(db, { at: NOW.toISOString(), code: 'much', detail: 'm'.repeat(100_000) });
  const roomFor = (pages: number) => (db: WriteDb) =>
    void db.pragma(`max_page_count = ${pages + Number(db.pragma('page_count', { simple: true }))}`);

  test('staff hear of it, also afterwards', async () => {
    const { house, log, title } = aHouse();
    await title();
    house.write(roomFor(0));
    house.write(write);
    house.write(write);
    expect(house.troubles()).toEqual(['disk-full']);
    expect(log.codes().filter((code) => code === 'disk-full')).toHaveLength(1);
    house.write(roomFor(1000));
    house.write(write);
    expect(house.troubles()).toEqual([]);
    expect(house.write(listIncidents)?.map(({ code }) => code)).toContain('disk-full');
  });

  test('also when it is the content that does not go in', async () => {
    const { house, title } = aHouse();
    await title();
    house.change(roomFor(0));
    house.change((db) => db.exec('CREATE TABLE much AS SELECT hex(zeroblob(100000)) AS m'));
    expect(house.troubles()).toEqual(['disk-full']);
    expect(await title()).toBe('Huur');
  });
});

test('a store that was built again knows what was shown and held before, and says so in the log', async () => {
  const dataDir = aDataFolderWithContent(6);
  const before = aStore('content', join(dataDir, 'content.db'));
  holdPack(before, 'klein', NOW.getTime());
  before.close();
  writeFileSync(join(dataDir, 'content.db'), 'garbage'.repeat(2000));
  const { title, house, log } = aHouse({ dataDir });
  expect(await title()).toBe('Huur');
  expect(
    await house.read(
      (db) => [floorOf(db, 'klein'), heldVersion(db, 'klein')],
      () => [],
    ),
  ).toEqual([6, 6]);
  expect(log.codes()).toContain('floors-recalled');
});

test('of a store that was built again with nothing beside it the log says what is not known', async () => {
  const dataDir = aDataFolder();
  writeFileSync(join(dataDir, 'content.db'), 'garbage'.repeat(2000));
  const { title, log } = aHouse({ dataDir });
  expect(await title()).toBe('Huur');
  expect(log.codes()).toContain('floors-missing');
});
