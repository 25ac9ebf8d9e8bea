import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberOf } from '../../../db/content/beside.ts';
import { floorOf, thresholdOf } from '../../../db/content/floors.ts';
import { activeVersion, heldVersion, installPack } from '../../../db/content/install-pack.ts';
import { recallFloors } from '../../../db/content/kept-floors.ts';
import { isPublished } from '../../../db/content/published.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { forgetVersion } from '../../../db/content/updates/fall-back.ts';
import { writePackTurns } from '../../../db/content/updates/pack-turns.ts';
import {
  holdPack,
  letGoOfPack,
  rollBackPack,
  rollBackTo,
  showStagedPack,
} from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { takeTurns } from '../../../db/content/updates/take-turns.ts';
import { lastTrustedTime, raiseTrustedTime } from '../../../db/content/updates/trusted-metadata.ts';
import type { WriteDb } from '../../../db/open.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const MANIFEST = { sha256: 'a'.repeat(64), body: '{}' };
const aStoreIn = (dataDir: string) => aStore('content', join(dataDir, 'content.db'));
const fileIn = (dataDir: string) => join(dataDir, 'floors.json');

/** A store in which a library's version 5 is shown, and version 1 came with the app. */
function aStoreWithFive(dataDir = aDataFolder()) {
  const db = aStoreIn(dataDir);
  installPack(db, aPackToInstall({ version: 1 }));
  show(db, 5);
  return { db, dataDir };
}

function show(db: ReturnType<typeof aStore>, version: number) {
  const staged = stagePack(db, aPackToInstall({ version, title: `Versie ${version}` }), MANIFEST);
  return staged === 'older' ? staged : showStagedPack(db, 'klein');
}

/** The store is damaged: it is set aside, and a new one begun with what came with the app. */
function builtAgain(dataDir: string, version = 1) {
  renameSync(join(dataDir, 'content.db'), join(dataDir, 'content.db.unreadable-7'));
  for (const suffix of ['-wal', '-shm']) rmSync(join(dataDir, `content.db${suffix}`), { force: true });
  const db = aStoreIn(dataDir);
  const recalled = recallFloors(db, dataDir);
  return { db, recalled, result: installPack(db, aPackToInstall({ version })) };
}

test('after a store was built again nothing lower than what was shown is let in, and that version comes back', () => {
  const { db: before, dataDir } = aStoreWithFive();
  raiseTrustedTime(before, NOW);
  before.close();
  const { db, result, recalled } = builtAgain(dataDir);
  expect([result, recalled.packs]).toEqual(['installed', ['klein 5']]);
  expect(lastTrustedTime(db)).toBe(NOW);
  expect(show(db, 4)).toBe('older');
  expect(activeVersion(db, 'klein')?.version).toBe(1);
  expect(show(db, 5)).toBe('shown');
  expect([floorOf(db, 'klein'), thresholdOf(db, 'klein')]).toEqual([5, 5]);
});

test('what was held stays held, and only the held version takes the place of what came with the app', () => {
  const { db: before, dataDir } = aStoreWithFive();
  holdPack(before, 'klein', NOW);
  before.close();
  const { db, result } = builtAgain(dataDir);
  expect([result, heldVersion(db, 'klein')]).toEqual(['installed', 5]);
  expect(show(db, 6)).toBe('held');
  expect(installPack(db, aPackToInstall({ version: 7 }))).toBe('held');
  expect(show(db, 5)).toBe('shown');
  expect(activeVersion(db, 'klein')?.version).toBe(5);
});

test('a version that was taken back, and that nobody holds any more, is not let in again', () => {
  const { db: before, dataDir } = aStoreWithFive();
  rollBackPack(before, 'klein', NOW);
  letGoOfPack(before, 'klein');
  before.close();
  const { db } = builtAgain(dataDir);
  expect(show(db, 5)).toBe('older');
  expect([activeVersion(db, 'klein')?.version, floorOf(db, 'klein')]).toEqual([1, 5]);
  expect(show(db, 6)).toBe('shown');
});

test('a version that the plan of the library took back is not let in again either', () => {
  const { db: before, dataDir } = aStoreWithFive();
  show(before, 6);
  writePackTurns(before, [{ pack_id: 'klein', version: 6, turn: 'back', latest: null, schedules: [] }]);
  expect(takeTurns(before, NOW).shown).toEqual(['klein']);
  before.close();
  const { db } = builtAgain(dataDir);
  expect(show(db, 6)).toBe('older');
  expect([activeVersion(db, 'klein')?.version, show(db, 7)]).toEqual([1, 'shown']);
});

test('an app that is put back a version still reads what is kept', () => {
  const { dataDir } = aStoreWithFive();
  const { kept } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
  expect(kept).toEqual({
    trusted_time: 0,
    packs: [{ pack: 'klein', floor: 5, published: true, held: null }],
  });
});

test.each([
  ['the version of the library rots', (db: WriteDb) => forgetVersion(db, 'klein', 5)],
  ['another one is chosen', (db: WriteDb) => void rollBackTo(db, aPackToInstall({ version: 4 }), NOW)],
])('a library brought a pack also when content of the installation was chosen and then %s', (_, then) => {
  const { db, dataDir } = aStoreWithFive();
  rollBackTo(db, aPackToInstall({ version: 3 }), NOW);
  then(db);
  expect(db.prepare("SELECT 1 FROM pack_versions WHERE origin = 'repository'").get()).toBeUndefined();
  expect(isPublished(db, 'klein')).toBe(true);
  letGoOfPack(db, 'klein');
  db.close();
  const { db: again } = builtAgain(dataDir, 9);
  expect([numberOf(activeVersion(again, 'klein')?.version ?? 0), show(again, 6)]).toEqual([9, 'shown']);
});

test('a file that the disk does not give is not written over by a store that knows nothing', () => {
  const { db: before, dataDir } = aStoreWithFive();
  before.close();
  renameSync(fileIn(dataDir), `${fileIn(dataDir)}.away`);
  mkdirSync(fileIn(dataDir));
  builtAgain(dataDir).db.close();
  rmdirSync(fileIn(dataDir));
  renameSync(`${fileIn(dataDir)}.away`, fileIn(dataDir));
  const db = aStoreIn(dataDir);
  expect(recallFloors(db, dataDir).packs).toEqual(['klein 5']);
});

test('what a store could not take over stays in the file, with what is held', () => {
  const { db: before, dataDir } = aStoreWithFive();
  holdPack(before, 'klein', NOW);
  const kept = readFileSync(fileIn(dataDir), 'utf8');
  before.close();
  rmSync(join(dataDir, 'content.db'));
  const db = aStoreIn(dataDir);
  installPack(db, aPackToInstall({ version: 1 })); // Without having recalled anything.
  expect(readFileSync(fileIn(dataDir), 'utf8')).toBe(kept);
});

test('a version that was rolled back to stays held, and what somebody let go of is free', () => {
  const { db: before, dataDir } = aStoreWithFive();
  rollBackPack(before, 'klein', NOW);
  before.close();
  const once = builtAgain(dataDir);
  expect([heldVersion(once.db, 'klein'), floorOf(once.db, 'klein')]).toEqual([1, 5]);
  letGoOfPack(once.db, 'klein');
  once.db.close();
  expect(heldVersion(builtAgain(dataDir).db, 'klein')).toBeUndefined();
});

test('what a library brought comes back where what came with the app is as high', () => {
  const dataDir = aDataFolder();
  const before = aStoreIn(dataDir);
  stagePack(before, aPackToInstall({ version: 1, title: 'Getekend' }), MANIFEST);
  showStagedPack(before, 'klein');
  before.close();
  const { db } = builtAgain(dataDir);
  expect([floorOf(db, 'klein'), readFlow(db, 'huur')?.words['nl']?.title]).toEqual([1, 'Huur']);
  expect([show(db, 1), thresholdOf(db, 'klein')]).toEqual(['shown', 1]);
  expect([show(db, 1), show(db, 2)]).toEqual(['older', 'shown']);
});

test('what came with a newer app keeps out nothing that a library publishes, also where what that brought was taken back', () => {
  const { db: before, dataDir } = aStoreWithFive();
  rollBackPack(before, 'klein', NOW);
  letGoOfPack(before, 'klein');
  before.close();
  const { db } = builtAgain(dataDir, 9);
  expect([numberOf(activeVersion(db, 'klein')?.version ?? 0), floorOf(db, 'klein')]).toEqual([9, 5]);
  expect([show(db, 5), show(db, 6), floorOf(db, 'klein')]).toEqual(['older', 'shown', 6]);
});

test('a file of before it said who brought a pack is read, and a floor of what came with the app is still one', () => {
  const dataDir = aDataFolder();
  const kept = { trusted_time: 0, packs: [{ pack: 'klein', floor: 5, published: false, held: null }] };
  const sha256 = createHash('sha256').update(JSON.stringify(kept)).digest('hex');
  writeFileSync(fileIn(dataDir), JSON.stringify({ sha256, kept }));
  const db = aStoreIn(dataDir);
  expect(recallFloors(db, dataDir)).toMatchObject({ packs: ['klein 5'], damage: undefined });
  installPack(db, aPackToInstall({ version: 9 }));
  expect([activeVersion(db, 'klein')?.version, floorOf(db, 'klein')]).toEqual([9, 9]);
});

test('a file that is older than the store lowers no floor and holds nothing again', () => {
  const { db, dataDir } = aStoreWithFive();
  holdPack(db, 'klein', NOW);
  const old = readFileSync(fileIn(dataDir), 'utf8');
  letGoOfPack(db, 'klein');
  show(db, 8);
  writeFileSync(fileIn(dataDir), old);
  expect(recallFloors(db, dataDir)).toEqual({ packs: [], damage: undefined, wasThere: true });
  expect([floorOf(db, 'klein'), heldVersion(db, 'klein')]).toEqual([8, undefined]);
  db.close();
  expect(floorOf(builtAgain(dataDir).db, 'klein')).toBe(8);
});

test('a store that was put back from before is given the floor of since', () => {
  const { db, dataDir } = aStoreWithFive();
  writeFileSync(fileIn(dataDir), readFileSync(fileIn(aStoreWithNine()), 'utf8'));
  expect(recallFloors(db, dataDir).packs).toEqual(['klein 9']);
  expect([show(db, 7), show(db, 9)]).toEqual(['older', 'shown']);
});

function aStoreWithNine(): string {
  const { db, dataDir } = aStoreWithFive();
  show(db, 9);
  return dataDir;
}

test.each([
  ['torn', (text: string) => text.slice(0, 40)],
  ['empty', () => ''],
  ['with another floor', (text: string) => text.replace('"floor":5', '"floor":9')],
])('a file that is %s counts for nothing, is told, and is written anew', (_, spoil) => {
  const { db, dataDir } = aStoreWithFive();
  const whole = readFileSync(fileIn(dataDir), 'utf8');
  writeFileSync(fileIn(dataDir), spoil(whole));
  const { damage, packs } = recallFloors(db, dataDir);
  expect([typeof damage, packs]).toEqual(['string', []]);
  expect(readFileSync(fileIn(dataDir), 'utf8')).toBe(whole);
});

test('a store of before this file writes it when it is opened', () => {
  const { db, dataDir } = aStoreWithFive();
  rmSync(fileIn(dataDir));
  expect(recallFloors(db, dataDir).wasThere).toBe(false);
  expect(readFileSync(fileIn(dataDir), 'utf8')).toContain('"floor":5');
});
