import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PackOrder } from '../../../core/contract/admin.ts';
import { readFloorsFile } from '../../../db/content/floors-file.ts';
import { activeVersion, heldVersion, installPack } from '../../../db/content/install-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import type { WriteDb } from '../../../db/open.ts';
import { actOnPack } from '../../../electron/admin/act-on-pack.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';
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
