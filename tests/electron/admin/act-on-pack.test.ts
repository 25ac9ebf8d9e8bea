import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PackOrder } from '../../../core/contract/admin.ts';
import { floorOf } from '../../../db/content/floors.ts';
import { readFloorsFile } from '../../../db/content/floors-file.ts';
import { activeVersion, heldVersion, installPack } from '../../../db/content/install-pack.ts';
import { recallFloors } from '../../../db/content/kept-floors.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import type { WriteDb } from '../../../db/open.ts';
import { actOnPack } from '../../../electron/admin/act-on-pack.ts';
import { loadPackFolder } from '../../../packs/load-pack-folder.ts';
import { releaseBrings } from '../../../renderer/admin/content/release-words.ts';
import { contentStatus } from '../../../updates/content-status.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';
import { FACTORY_TITLE, factoryPacks } from '../../builders/factory-packs.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

let db: WriteDb;
let packsDir: string;
let goesIn: boolean;
beforeEach(() => {
  db = aStore('content');
  packsDir = aDataFolder();
  goesIn = true;
  installPack(db, aPackToInstall({ version: 2 }));
});

const stage = (version: number) =>
  stagePack(db, aPackToInstall({ version }), { sha256: `sha-${version}`, body: '{}' });
const shown = () => activeVersion(db, 'klein')?.version;
const acting = (order: PackOrder) =>
  actOnPack(
    {
      change: (change) => (goesIn ? change(db) : undefined),
      packsDir,
      today: () => TODAY,
      now: () => new Date(0),
    },
    order,
  );
const install = (version: number) => acting({ act: 'install', pack: 'klein', version });
const hold = (version = 2, pack = 'klein') => acting({ act: 'hold', pack, version });
const rollBack = (version: number) => acting({ act: 'roll-back', pack: 'klein', version });
const act = (wanted: 'release' | 'factory') => acting({ act: wanted, pack: 'klein' });

describe('installing now', () => {
  it('shows what the question named, and not what lies ready by now', () => {
    stage(6);
    stage(7);
    hold();
    expect(install(6)).toEqual({ kind: 'changed' });
    expect([shown(), heldVersion(db, 'klein')]).toEqual([2, 2]);
    expect(install(7)).toEqual({ kind: 'done', version: 7 });
  });

  it('shows what lies ready, also in the place of a version that was held', () => {
    stage(3);
    hold();
    expect(install(3)).toEqual({ kind: 'done', version: 3 });
    expect([shown(), heldVersion(db, 'klein')]).toEqual([3, undefined]);
  });

  it('is what a store begins with that is built again: nothing is held there any more', () => {
    const dataDir = aDataFolder();
    db = aStore('content', join(dataDir, 'content.db'));
    installPack(db, aPackToInstall({ version: 2 }));
    stage(3);
    hold();
    install(3);
    expect(readFloorsFile(dataDir)?.packs).toMatchObject([{ pack: 'klein', floor: 3, held: null }]);
  });

  it('without anything ready leaves what is held in peace', () => {
    hold();
    expect(install(3)).toEqual({ kind: 'nothing' });
    expect([shown(), heldVersion(db, 'klein')]).toEqual([2, 2]);
  });
});

it('holding and letting go', () => {
  expect(hold()).toEqual({ kind: 'done', version: 2 });
  expect(heldVersion(db, 'klein')).toBe(2);
  expect(act('release')).toEqual({ kind: 'done', version: 2 });
  expect(heldVersion(db, 'klein')).toBeUndefined();
});

it('rolling back, once there is something to roll back to', () => {
  expect(rollBack(1)).toEqual({ kind: 'nothing' });
  stage(3);
  install(3);
  expect(rollBack(2)).toEqual({ kind: 'done', version: 2 });
  expect(heldVersion(db, 'klein')).toBe(2);
});

it('rolling back and holding what is another version by now', () => {
  stage(3);
  install(3);
  expect([rollBack(1), hold(2)]).toEqual([{ kind: 'changed' }, { kind: 'changed' }]);
  expect([shown(), heldVersion(db, 'klein')]).toEqual([3, undefined]);
});

it('factory content, when it lies with the app', () => {
  expect(act('factory')).toEqual({ kind: 'nothing' });
  cpSync(packFolder(), join(packsDir, 'klein'), { recursive: true });
  expect(act('factory')).toEqual({ kind: 'done', version: 1 });
  expect([shown(), heldVersion(db, 'klein')]).toEqual([1, 1]);
});

describe('factory content where a library publishes the pack', () => {
  const title = () => readFlow(db, 'huur')?.words['nl']?.title;
  const signedIn = () =>
    db
      .prepare("SELECT version FROM pack_versions WHERE origin = 'repository' ORDER BY version")
      .pluck()
      .all();
  const manifests = () => db.prepare('SELECT sha256 FROM pack_manifests ORDER BY version').pluck().all();
  const publish = (...versions: number[]) => {
    for (const version of versions) {
      stagePack(db, aPackToInstall({ version, title: `Versie ${version}` }), {
        sha256: `sha-${version}`,
        body: '{}',
      });
      install(version);
    }
  };
  beforeEach(() => {
    db = aStore('content');
    installPack(db, aPackToInstall({ version: 1, title: 'Versie 1' }));
  });

  it.each([
    [2, [2]],
    [2, [2, 3]],
    [3, [2, 3]],
    [9, [2, 3]],
  ])('is shown, %i beside %j, until the library publishes the next', (factory, signed) => {
    publish(...signed);
    packsDir = factoryPacks(factory);
    const last = signed.at(-1) as number;
    expect(act('factory')).toEqual({ kind: 'done', version: factory });
    expect([title(), floorOf(db, 'klein')]).toEqual([FACTORY_TITLE, last]);
    expect([signedIn().at(-1), manifests().at(-1)]).toEqual([last, `sha-${last}`]);
    // It is held until it is let go, and what was shown before does not come by itself.
    expect(hold(factory)).toEqual({ kind: 'done', version: factory });
    stage(last + 1);
    expect(showStagedPack(db, 'klein')).toBe('held');
    expect(act('release')).toEqual({ kind: 'done', version: factory });
    expect([stage(last), stage(1)]).toEqual(['older', 'older']);
    expect(() => db.exec('UPDATE active_packs SET version = 1')).toThrow('lower than the active one');
    expect([showStagedPack(db, 'klein'), shown()]).toEqual(['shown', last + 1]);
  });

  it('lets go of it with the words that hold: a newer version comes, above what was shown of the library', () => {
    const brings = (factory: number, ...signed: number[]) => {
      db = aStore('content');
      installPack(db, aPackToInstall({ version: 1 }));
      publish(...signed);
      packsDir = factoryPacks(factory);
      act('factory');
      act('release');
      const [status] = contentStatus(db, {
        ...{ now: 0, today: TODAY, factory: new Set(['klein']) },
        shownSince: () => undefined,
      });
      return (
        status && [status.shown?.version, status.shown?.origin, status.before?.version, releaseBrings(status)]
      );
    };
    expect(brings(9, 2)).toEqual([9, 'folder', 2, 'newer']);
    expect(brings(2, 2)).toEqual([2, 'folder', 2, 'newer']);
    expect(brings(2, 2, 3)).toEqual([2, 'folder', 3, 'higher']);
  });

  it('is followed by the way back to what was shown, also where that has the same number', () => {
    publish(2);
    packsDir = factoryPacks(2);
    act('factory');
    expect(rollBack(2)).toEqual({ kind: 'done', version: 2 });
    expect([title(), heldVersion(db, 'klein')]).toEqual(['Versie 2', 2]);
    expect([rollBack(2), title()]).toEqual([{ kind: 'done', version: 2 }, FACTORY_TITLE]);
  });

  it('leaves what lies ready under its number as it was signed', () => {
    publish(2, 3);
    stage(4);
    packsDir = factoryPacks(4);
    expect(act('factory')).toEqual({ kind: 'done', version: 4 });
    expect([title(), signedIn(), manifests()]).toEqual([FACTORY_TITLE, [3, 4], ['sha-3', 'sha-4']]);
    act('release');
    expect(install(4)).toEqual({ kind: 'done', version: 4 });
    expect(activeVersion(db, 'klein')).toMatchObject({ version: 4, origin: 'repository' });
  });

  it('is what a store begins with that is built again, also after it was let go', () => {
    const dataDir = aDataFolder();
    db = aStore('content', join(dataDir, 'content.db'));
    installPack(db, aPackToInstall({ version: 1 }));
    publish(2);
    packsDir = factoryPacks(9);
    act('factory');
    expect(readFloorsFile(dataDir)?.packs).toMatchObject([{ floor: 2, published: false, by_library: true }]);
    const builtAgain = () => {
      const again = aStore('content');
      recallFloors(again, dataDir);
      const loaded = loadPackFolder(join(packsDir, 'klein'), TODAY);
      if (!loaded.ok) throw new Error('The good pack of the tests is not good.');
      installPack(again, loaded);
      return again;
    };
    const held = builtAgain();
    expect(heldVersion(held, 'klein')).toBe(activeVersion(held, 'klein')?.version);
    act('release');
    db = builtAgain();
    expect([title(), floorOf(db, 'klein'), stage(2), stage(3)]).toEqual([
      FACTORY_TITLE,
      2,
      'older',
      'staged',
    ]);
  });
});

it('factory content that does not pass the check is not shown', () => {
  cpSync(packFolder({ 'flows/huur/words.nl.yaml': undefined }), join(packsDir, 'klein'), { recursive: true });
  expect(act('factory')).toEqual({ kind: 'nothing' });
  expect(shown()).toBe(2);
});

it('a pack that is not there, and a store that takes nothing', () => {
  expect(hold(2, 'elders')).toEqual({ kind: 'nothing' });
  goesIn = false;
  expect(hold()).toEqual({ kind: 'refused' });
});
