import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { floorOf } from '../../../db/content/floors.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { recallFloors } from '../../../db/content/kept-floors.ts';
import { readFlow, readShared } from '../../../db/content/read-content.ts';
import { loseVersion } from '../../../db/content/updates/fall-back.ts';
import {
  letGoOfPack,
  rollBackPack,
  rollBackTo,
  showStagedPack,
} from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import type { WriteDb } from '../../../db/open.ts';
import { installFactoryPacks } from '../../../electron/content/factory.ts';
import { aLog } from '../../builders/a-log.ts';
import { GOOD_FILES } from '../../builders/a-source.ts';
import { aDataFolder, aStore, everyRow } from '../../builders/a-store.ts';
import { damageTable } from '../../builders/damage.ts';
import { largePackFiles, type PackFiles, packFiles } from '../../builders/pack-files.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

const NOW = Date.parse('2026-11-26T13:00:00Z');

/** A folder of packs, as the app brings it along. */
function packsIn(packs: Readonly<Record<string, PackFiles>>): string {
  const folder = aDataFolder();
  for (const [name, files] of Object.entries(packs))
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), content);
    }
  return folder;
}

const packYaml = (parts: object) => stringify({ ...GOOD_FILES['pack.yaml'], ...parts });
const BROKEN = packFiles({ 'topics.yaml': 'no: list' });

function install(db: WriteDb, folder: string, followed = (_pack: string) => false) {
  const log = aLog();
  const troubles: string[] = [];
  const from = { folder, today: TODAY, isFollowed: followed };
  installFactoryPacks(db, from, {
    log,
    tell: (trouble, detail) => {
      troubles.push(trouble);
      log.trouble(trouble, detail);
    },
  });
  return { troubles, lines: log.lines };
}

const versionIn = (db: WriteDb) => readShared(db)?.about.version;

test('a pack that is not in the store is installed', () => {
  const db = aStore('content');
  expect(install(db, packsIn({ klein: packFiles() }))).toEqual({
    troubles: [],
    lines: ['pack-installed: klein 1: installed'],
  });
  expect(readFlow(db, 'huur')?.words['nl']?.title).toBe('Huur');
});

test('a pack that is in the store already is not even read', () => {
  const db = aStore('content');
  const folder = packsIn({ klein: packFiles() });
  install(db, folder);
  const before = everyRow(db);
  expect(install(db, folder)).toEqual({ troubles: [], lines: [] });
  expect(everyRow(db)).toEqual(before);
});

test('a pack that came with an older app does not push a newer one aside', () => {
  const db = aStore('content');
  installPack(db, aPackToInstall({ version: 9 }));
  expect(install(db, packsIn({ klein: packFiles() }))).toEqual({
    troubles: [],
    lines: ['pack-not-needed: klein 1: older'],
  });
  expect(versionIn(db)).toBe(9);
});

test('what came with an older app is not even checked', () => {
  const db = aStore('content');
  installPack(db, aPackToInstall({ version: 9 }));
  expect(install(db, packsIn({ klein: BROKEN })).troubles).toEqual([]);
});

describe('a pack that came with a newer app', () => {
  /** A kiosk that shows version 3 as a library signed it, and comes with version 5. */
  function withSignedThree() {
    const db = aStore('content');
    stagePack(db, aPackToInstall({ version: 3 }), { sha256: 'sha-3', body: '{}' });
    showStagedPack(db, 'klein');
    return { db, folder: packsIn({ klein: packFiles({ 'pack.yaml': packYaml({ version: 5 }) }) }) };
  }

  test('takes nothing away from what a library publishes', () => {
    const { db, folder } = withSignedThree();
    expect(install(db, folder, (pack) => pack === 'klein')).toEqual({
      troubles: [],
      lines: ['pack-not-needed: klein 5: a library publishes this pack'],
    });
    expect(versionIn(db)).toBe(3);
  });

  test('takes nothing away either while what came with the app is shown in its place, or a version of it lies ready', () => {
    const { db, folder } = withSignedThree();
    const factory = packsIn({ klein: packFiles() });
    rollBackTo(db, aPackToInstall({ version: 1 }), NOW);
    letGoOfPack(db, 'klein');
    expect(install(db, folder, () => true).lines).toEqual([
      'pack-not-needed: klein 5: a library publishes this pack',
    ]);
    // Nor when what it published rotted, and comes back with the next update.
    loseVersion(db, 'klein', 3);
    expect(install(db, folder, () => true).lines).toEqual([
      'pack-not-needed: klein 5: a library publishes this pack',
    ]);
    const waiting = aStore('content');
    install(waiting, factory);
    stagePack(waiting, aPackToInstall({ version: 2 }), { sha256: 'sha-2', body: '{}' });
    expect(install(waiting, folder, () => true).lines).toEqual([
      'pack-not-needed: klein 5: a library publishes this pack',
    ]);
  });

  test('does not come again by itself when somebody brought back the version before it', () => {
    const db = aStore('content');
    const folder = packsIn({ klein: packFiles({ 'pack.yaml': packYaml({ version: 3 }) }) });
    installPack(db, aPackToInstall({ version: 2 }));
    install(db, folder);
    expect(versionIn(db)).toBe(3);
    rollBackPack(db, 'klein', NOW);
    letGoOfPack(db, 'klein');
    expect(install(db, folder).lines).toEqual(['pack-not-needed: klein 3: somebody brought 2 back']);
    expect(versionIn(db)).toBe(2);
  });

  test('is shown in a store that is built again, and what the library publishes next still comes', () => {
    const dataDir = aDataFolder();
    const before = aStore('content', join(dataDir, 'content.db'));
    stagePack(before, aPackToInstall({ version: 2 }), { sha256: 'sha-2', body: '{}' });
    showStagedPack(before, 'klein');
    before.close();
    const builtAgain = () => {
      const db = aStore('content');
      recallFloors(db, dataDir);
      const folder = packsIn({ klein: packFiles({ 'pack.yaml': packYaml({ version: 9 }) }) });
      expect(install(db, folder, () => true).lines).toEqual(['pack-installed: klein 9: installed']);
      expect([versionIn(db), floorOf(db, 'klein')]).toEqual([9, 2]);
      return db;
    };
    const stage = (db: WriteDb, version: number) =>
      stagePack(db, aPackToInstall({ version }), { sha256: `sha-${version}`, body: '{}' });
    for (const version of [2, 3]) {
      const db = builtAgain();
      expect([stage(db, 1), stage(db, version)]).toEqual(['older', 'staged']);
      expect([showStagedPack(db, 'klein'), versionIn(db)]).toEqual(['shown', version]);
      expect([stage(db, 1), stage(db, 2)]).toEqual(['older', 'older']);
    }
    // A still newer app leaves it to the library too.
    const newer = packsIn({ klein: packFiles({ 'pack.yaml': packYaml({ version: 10 }) }) });
    expect(install(builtAgain(), newer, () => true).lines).toEqual([
      'pack-not-needed: klein 10: a library publishes this pack',
    ]);
  });

  test('comes where the library is followed no more, and in place of what came with the app before', () => {
    const { db, folder } = withSignedThree();
    expect(install(db, folder).lines).toEqual(['pack-installed: klein 5: installed']);
    const unsigned = aStore('content');
    installPack(unsigned, aPackToInstall({ version: 1 }));
    expect(install(unsigned, folder, () => true).lines).toEqual(['pack-installed: klein 5: installed']);
  });
});

describe('a pack that cannot be installed leaves the store as it was', () => {
  test('because it fails the check', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall());
    const before = everyRow(db);
    const { troubles, lines } = install(db, packsIn({ klein: BROKEN }));
    expect(troubles).toEqual(['pack-broken']);
    expect(lines[0]).toMatch(/^pack-broken: \d+ errors, .*topics\.yaml/);
    expect(everyRow(db)).toEqual(before);
  });

  test('because the disk is full', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall());
    const before = everyRow(db);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    const folder = packsIn({ klein: { ...largePackFiles(40, 1), 'pack.yaml': packYaml({ version: 2 }) } });
    expect(install(db, folder).troubles).toEqual(['disk-full']);
    expect(everyRow(db)).toEqual(before);
  });

  test('because the store may not be written', () => {
    const db = aStore('content');
    db.pragma('query_only = ON');
    expect(install(db, packsIn({ klein: packFiles() })).troubles).toEqual(['not-writable']);
  });
});

test('a store that is damaged is not taken for a broken pack', () => {
  const file = join(aDataFolder(), 'content.db');
  const before = aStore('content', file);
  installPack(before, aPackToInstall());
  before.close();
  damageTable(file, 'flows');
  const folder = packsIn({ klein: packFiles({ 'pack.yaml': packYaml({ version: 2 }) }) });
  expect(() => install(aStore('content', file), folder)).toThrow(
    expect.objectContaining({ code: 'SQLITE_CORRUPT' }),
  );
});

test('a broken pack does not keep a good one out', () => {
  const db = aStore('content');
  expect(install(db, packsIn({ a: BROKEN, b: packFiles() })).troubles).toEqual(['pack-broken']);
  expect(versionIn(db)).toBe(1);
});

test('files between the packs are no packs, and without a folder there are none', () => {
  const db = aStore('content');
  const folder = packsIn({});
  writeFileSync(join(folder, 'README.md'), 'about');
  expect(install(db, folder).lines).toEqual([]);
  expect(install(db, join(folder, 'nowhere')).lines).toEqual([]);
});
