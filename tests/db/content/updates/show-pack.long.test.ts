import { describe, expect, test } from 'vitest';
import { besideOf } from '../../../../db/content/beside.ts';
import { floorOf } from '../../../../db/content/floors.ts';
import { activeVersion, heldVersion, installPack } from '../../../../db/content/install-pack.ts';
import { readFlow } from '../../../../db/content/read-content.ts';
import { packsToIndex } from '../../../../db/content/search/packs-to-index.ts';
import { installedPacks } from '../../../../db/content/updates/installed-packs.ts';
import { writePackTurns } from '../../../../db/content/updates/pack-turns.ts';
import {
  holdPack,
  letGoOfPack,
  rollBackPack,
  rollBackTo,
  showStagedPack,
} from '../../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../../db/content/updates/stage-pack.ts';
import { newestManifest, stagedPacks, stagedVersion } from '../../../../db/content/updates/staged-packs.ts';
import { takeTurns } from '../../../../db/content/updates/take-turns.ts';
import { versionBefore } from '../../../../db/content/updates/version-before.ts';
import type { WriteDb } from '../../../../db/open.ts';
import { aStore, everyRow } from '../../../builders/a-store.ts';
import { aPackToInstall } from '../../../builders/pack-to-install.ts';

const NOW = Date.UTC(2026, 10, 26);
const shown = (db: WriteDb) => activeVersion(db, 'klein')?.version;
const titleIn = (db: WriteDb) => readFlow(db, 'huur')?.words['nl']?.title;
const versionsIn = (db: WriteDb) =>
  db.prepare('SELECT version FROM pack_versions ORDER BY version').pluck().all();

function stage(db: WriteDb, version: number, title = `Versie ${version}`) {
  return stagePack(db, aPackToInstall({ version, title }), { sha256: `sha-${version}`, body: '{}' });
}

function update(db: WriteDb, ...versions: number[]) {
  for (const version of versions) {
    expect(stage(db, version)).toBe('staged');
    expect(showStagedPack(db, 'klein')).toBe('shown');
  }
}

/** A store that shows factory content of version 1, then these versions from a repository. */
function aStoreWith(...versions: number[]): WriteDb {
  const db = aStore('content');
  installPack(db, aPackToInstall({ version: 1, title: 'Versie 1' }));
  update(db, ...versions);
  return db;
}

describe('a version from a repository', () => {
  test('lies ready unseen, and is shown in one step with its search index', () => {
    const db = aStoreWith();
    expect(stage(db, 2)).toBe('staged');
    expect([shown(db), titleIn(db), stagedVersion(db, 'klein'), stagedPacks(db)]).toEqual([
      1,
      'Versie 1',
      2,
      ['klein'],
    ]);
    expect(showStagedPack(db, 'klein')).toBe('shown');
    expect([shown(db), titleIn(db), stagedVersion(db, 'klein'), newestManifest(db, 'klein')]).toEqual([
      2,
      'Versie 2',
      undefined,
      'sha-2',
    ]);
    expect(packsToIndex(db)).toEqual([]);
    expect(showStagedPack(db, 'klein')).toBe('current');
  });

  test('takes the place of another one that lay ready, and only of that', () => {
    const db = aStoreWith(2);
    stage(db, 3);
    stage(db, 4);
    expect(versionsIn(db)).toEqual([1, 2, 4]);
  });

  test.each([1, 2])('not higher than the one that is shown is refused (%i)', (version) => {
    const db = aStoreWith(2);
    const before = everyRow(db);
    expect(stage(db, version)).toBe('older');
    expect(everyRow(db)).toEqual(before);
  });

  test('keeps the version before it, and older ones go', () => {
    const db = aStoreWith(2, 5, 6);
    expect(versionsIn(db)).toEqual([5, 6]);
  });

  test('is not written over by a folder, which may have another version', () => {
    const db = aStoreWith(3);
    expect(installPack(db, aPackToInstall({ version: 3, title: 'Anders' }))).toBe('older');
    expect(installPack(db, aPackToInstall({ version: 2 }))).toBe('older');
    expect(titleIn(db)).toBe('Versie 3');
    stage(db, 4);
    expect(installPack(db, aPackToInstall({ version: 4, title: 'Anders' }))).toBe('older');
    expect([titleIn(db), stagedVersion(db, 'klein'), newestManifest(db, 'klein')]).toEqual([
      ...['Versie 3', 4, 'sha-4'],
    ]);
    expect(installPack(db, aPackToInstall({ version: 5, title: 'Uit een map' }))).toBe('installed');
  });
});

describe('a roll-back', () => {
  test('brings back the version before, holds it, and comes back when done twice', () => {
    const db = aStoreWith(2, 3);
    expect(rollBackPack(db, 'klein', NOW)).toBe(2);
    expect([shown(db), titleIn(db), heldVersion(db, 'klein')]).toEqual([2, 'Versie 2', 2]);
    expect(rollBackPack(db, 'klein', NOW)).toBe(3);
    expect([shown(db), heldVersion(db, 'klein')]).toEqual([3, 3]);
  });

  test('has nowhere to go when there is no version before', () => {
    const db = aStoreWith();
    expect(rollBackPack(db, 'klein', NOW)).toBeUndefined();
    expect(heldVersion(db, 'klein')).toBeUndefined();
  });

  test('does not open the door to versions that are not higher than all that was shown', () => {
    const db = aStoreWith(2, 5);
    rollBackPack(db, 'klein', NOW);
    letGoOfPack(db, 'klein');
    expect(stage(db, 3)).toBe('older');
    expect(stage(db, 5)).toBe('older');
    expect(floorOf(db, 'klein')).toBe(5);
    update(db, 6);
    expect(rollBackPack(db, 'klein', NOW)).toBe(2);
  });
});

describe('factory content', () => {
  test('is shown whatever was shown before, held, and opens no door', () => {
    const db = aStoreWith(2, 3);
    rollBackTo(db, aPackToInstall({ version: 1, title: 'Van de fabriek' }), NOW);
    expect([shown(db), titleIn(db), heldVersion(db, 'klein')]).toEqual([1, 'Van de fabriek', 1]);
    expect(packsToIndex(db)).toEqual([]);
    letGoOfPack(db, 'klein');
    expect(stage(db, 3)).toBe('older');
    expect(rollBackPack(db, 'klein', NOW)).toBe(3);
  });

  test('that is shown already is only held', () => {
    const db = aStore('content');
    const factory = aPackToInstall({ version: 1 });
    installPack(db, factory);
    rollBackTo(db, factory, NOW);
    expect([shown(db), heldVersion(db, 'klein')]).toEqual([1, 1]);
  });

  test('that a publisher signed too is shown as it lies there', () => {
    const db = aStoreWith(2, 3);
    rollBackTo(db, aPackToInstall({ version: 2, title: 'Versie 2' }), NOW);
    expect([shown(db), titleIn(db), heldVersion(db, 'klein')]).toEqual([2, 'Versie 2', 2]);
    expect(db.prepare('SELECT origin FROM pack_versions WHERE version = 2').pluck().get()).toBe('repository');
    // Where it has rotted, the same content makes it whole, and it is still what was signed.
    const rotten = aStoreWith(2, 3);
    rotten.exec("UPDATE flows SET titles = replace(titles, 'Versie', 'Verzie') WHERE version = 2");
    rollBackTo(rotten, aPackToInstall({ version: 2, title: 'Versie 2' }), NOW);
    expect([shown(rotten), titleIn(rotten)]).toEqual([2, 'Versie 2']);
    expect(rotten.prepare('SELECT origin FROM pack_versions WHERE version = 2').pluck().get()).toBe(
      'repository',
    );
  });

  test('of a number that a publisher signed is shown beside it, and goes when two others were shown', () => {
    const db = aStoreWith(2, 3);
    rollBackTo(db, aPackToInstall({ version: 3, title: 'Anders' }), NOW);
    expect([titleIn(db), floorOf(db, 'klein'), packsToIndex(db)]).toEqual(['Anders', 3, []]);
    expect(versionsIn(db)).toEqual([3, besideOf(3)]);
    expect(rollBackPack(db, 'klein', NOW)).toBe(3);
    expect(titleIn(db)).toBe('Versie 3');
    // Shown again it is the one that lies there.
    rollBackTo(db, aPackToInstall({ version: 3, title: 'Anders' }), NOW);
    letGoOfPack(db, 'klein');
    update(db, 4);
    expect([versionsIn(db), versionBefore(db, 'klein')]).toEqual([[4, besideOf(3)], besideOf(3)]);
    update(db, 5);
    expect(versionsIn(db)).toEqual([4, 5]);
  });

  test('keeps out nothing that is published next, also once nothing of the library is left', () => {
    const db = aStoreWith(2);
    for (const version of [9, 10, 11])
      rollBackTo(db, aPackToInstall({ version, title: `Van de fabriek ${version}` }), NOW);
    expect([versionsIn(db), floorOf(db, 'klein')]).toEqual([[besideOf(10), besideOf(11)], 2]);
    letGoOfPack(db, 'klein');
    // The names in the list of packs are those of the library again, once it brings one.
    db.exec("UPDATE pack_versions SET about = json_set(about, '$.title', 'Van de fabriek')");
    expect(installedPacks(db)[0]?.title).toBe('Van de fabriek');
    update(db, 3);
    expect(installedPacks(db)[0]?.title).not.toBe('Van de fabriek');
  });

  test('that is shown before anything of the library is leaves the floor to that', () => {
    const db = aStore('content');
    stage(db, 3);
    expect(installPack(db, aPackToInstall({ version: 9 }))).toBe('installed');
    expect([floorOf(db, 'klein'), showStagedPack(db, 'klein')]).toEqual([undefined, 'shown']);
    expect([floorOf(db, 'klein'), stage(db, 3)]).toEqual([3, 'older']);
  });

  test('is what a roll-out that is taken back gives way to, where it was shown before', () => {
    const db = aStoreWith(2);
    rollBackTo(db, aPackToInstall({ version: 9, title: 'Van de fabriek' }), NOW);
    letGoOfPack(db, 'klein');
    update(db, 3);
    writePackTurns(db, [{ pack_id: 'klein', version: 3, turn: 'back', latest: null, schedules: [] }]);
    expect([takeTurns(db, NOW).shown, titleIn(db), floorOf(db, 'klein')]).toEqual([
      ['klein'],
      'Van de fabriek',
      3,
    ]);
  });
});

describe('a held pack', () => {
  test('stays as it is until it is let go, also for a folder', () => {
    const db = aStoreWith(2);
    holdPack(db, 'klein', NOW);
    stage(db, 3);
    expect(showStagedPack(db, 'klein')).toBe('held');
    expect(installPack(db, aPackToInstall({ version: 4 }))).toBe('held');
    expect(shown(db)).toBe(2);
    letGoOfPack(db, 'klein');
    expect(showStagedPack(db, 'klein')).toBe('shown');
  });
});

describe('the database itself refuses', () => {
  const insert = (version: number, origin: string) =>
    `INSERT INTO pack_versions SELECT pack_id, ${version}, digest, about, words, parameters, contacts, synonyms, '${origin}'
     FROM pack_versions LIMIT 1`;

  test.each([
    ['a version from a repository below the one that is shown', insert(1, 'repository'), 'not higher'],
    ['one of the same number', insert(5, 'repository'), 'not higher'],
    [
      'one of the same number in its place',
      insert(5, 'repository').replace('INSERT', 'INSERT OR REPLACE'),
      'not higher',
    ],
    [
      'to write over what was signed',
      "UPDATE pack_versions SET digest = 'x' WHERE version = 5",
      'never written over',
    ],
    [
      'to write over what was signed and lies ready',
      "UPDATE pack_versions SET digest = 'x', origin = 'folder' WHERE version = 6",
      'never written over',
    ],
    ['something signed beside the numbers of a library', insert(besideOf(1), 'repository'), '31 bits'],
    [
      'to sign what stands there',
      `${insert(besideOf(1), 'folder')}; UPDATE pack_versions SET origin = 'repository' WHERE version > ${besideOf(0)}`,
      '31 bits',
    ],
    [
      'to show what stands there, where nobody chose it',
      `${insert(besideOf(9), 'folder')}; UPDATE active_packs SET version = ${besideOf(9)}`,
      'lower than the active one',
    ],
    [
      'the same by replacing it',
      `${insert(besideOf(9), 'folder')}; INSERT OR REPLACE INTO active_packs VALUES ('klein', ${besideOf(9)})`,
      'lower than the active one',
    ],
    ['to lower the floor', 'UPDATE pack_floors SET version = 4', 'never sinks'],
    ['to take the floor away', 'DELETE FROM pack_floors', 'never sinks'],
    [
      'to put a lower floor in its place',
      "INSERT OR REPLACE INTO pack_floors VALUES ('klein', 1)",
      'never sinks',
    ],
    [
      'to show an older version that nobody chose',
      'UPDATE active_packs SET version = 3',
      'lower than the active one',
    ],
    [
      'the same by replacing',
      "INSERT OR REPLACE INTO active_packs VALUES ('klein', 3)",
      'lower than the active one',
    ],
    ['an origin that is none', insert(9, 'nowhere'), 'CHECK'],
  ])('%s', (_, sql, message) => {
    const db = aStoreWith(3, 5);
    stage(db, 6);
    const before = everyRow(db);
    expect(() => db.transaction(() => db.exec(sql))()).toThrow(message);
    expect(everyRow(db)).toEqual(before);
  });

  test('to show an older version after what stood beside it', () => {
    const db = aStoreWith(3, 5);
    rollBackTo(db, aPackToInstall({ version: 9, title: 'Van de fabriek' }), NOW);
    letGoOfPack(db, 'klein');
    db.exec(insert(4, 'folder'));
    const older = 'lower than the active one';
    expect(() => db.exec('UPDATE active_packs SET version = 4')).toThrow(older);
    expect(() => db.exec("INSERT OR REPLACE INTO active_packs VALUES ('klein', 4)")).toThrow(older);
    db.exec('UPDATE active_packs SET version = 5');
    expect(titleIn(db)).toBe('Versie 5');
  });

  test('to show another version than the one that is held', () => {
    const db = aStoreWith(3, 5);
    rollBackPack(db, 'klein', NOW);
    expect(() => db.exec('UPDATE active_packs SET version = 5')).toThrow('is held');
  });
});
