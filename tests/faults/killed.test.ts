import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serialize } from 'node:v8';
import { expect, onTestFinished, test } from 'vitest';
import { installPack, type PackToInstall } from '../../db/content/install-pack.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openInMemory, type ReadDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { electronPath } from '../../scripts/setup/electron.mjs';
import { aDataFolder, everyRow, MIGRATIONS } from '../builders/a-store.ts';
import { TODAY } from '../builders/today.ts';
import { APP_FOLDER } from '../journeys/launch-kiosk.ts';
import { logOf, startKiosk, useContent } from './start-kiosk.ts';
import { aHeavyPack, aNoisyPicture } from './used-kiosk.ts';

const ROUNDS = 15;
/** Every so many rounds a new kiosk is begun; in the others the old content is there. */
const ROUNDS_A_KIOSK = 5;
/** In one install the WAL is seen to grow so many times, about. */
const MOST_CHANGES = 60;
const SEED = 20_261_124;

/** Whole numbers below `end`, the same ones every time. */
function seeded(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

function startMain(dataDir: string, packsDir: string): ChildProcess {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const environment = {
    ...process.env,
    BALIE_DATA_DIR: dataDir,
    BALIE_PACKS_DIR: packsDir,
    BALIE_TODAY: TODAY,
  };
  const main = spawn(electronPath(APP_FOLDER).path, [...root, APP_FOLDER], {
    env: environment,
    stdio: 'ignore',
  });
  onTestFinished(() => void main.kill('SIGKILL'));
  return main;
}

/**
 * Kills the app without warning once its content store was seen to change so many times, or when the install is over.
 * Only from the moment that the app has the store open is it watched without a pause: that takes a whole processor.
 */
async function killWhileInstalling(dataDir: string, packsDir: string, changes: number): Promise<void> {
  const main = startMain(dataDir, packsDir);
  const gone = once(main, 'exit');
  const wal = join(dataDir, 'content.db-wal');
  const installs = () => logOf(dataDir).filter((line) => line.startsWith('pack-installed')).length;
  const before = installs();
  const stateOf = () => {
    const found = statSync(wal, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? '' : `${found.mtimeNs} ${found.size}`;
  };
  let last = stateOf();
  while (!hasOpen(main, wal) && changes > 0) await pause(5);
  for (let seen = 0, turn = 1; seen < changes; turn += 1) {
    const now = stateOf();
    if (now !== last) seen += 1;
    last = now;
    if (turn % 500 === 0 && installs() > before) break;
  }
  main.kill('SIGKILL');
  await gone;
}

/** Has the app this file open? It must not have ended by itself. */
function hasOpen({ pid, exitCode }: ChildProcess, file: string): boolean {
  if (exitCode !== null) throw new Error(`The app ended by itself: ${exitCode}.`);
  return readdirSync(`/proc/${pid}/fd`).some((name) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`) === file;
    } catch {
      return false; // Closed meanwhile.
    }
  });
}

/** What the next start will find, read from a copy so that the app itself has to clear up. */
function foundIn(dataDir: string): string {
  const copy = aDataFolder();
  for (const name of ['content.db', 'content.db-wal'])
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(copy, name));
  const opened = openStore(join(copy, 'content.db'), join(MIGRATIONS, 'content'), { proveSound: true });
  if (opened.fault !== undefined) throw new Error(`The store cannot be opened: ${opened.detail}`);
  const found = printOf(opened.db);
  opened.db.close();
  return found;
}

/** What a store holds in which these packs were installed one after another. */
function holding(packs: readonly PackToInstall[]): string {
  const db = openInMemory(undefined);
  migrate(db, readMigrations(join(MIGRATIONS, 'content')));
  for (const pack of packs) installPack(db, pack);
  return printOf(db);
}

/** One short text for all rows of a store. */
function printOf(db: ReadDb): string {
  return createHash('sha256')
    .update(serialize(everyRow(db)))
    .digest('hex');
}

function load(packsDir: string): PackToInstall {
  const loaded = loadPackFolder(join(packsDir, 'pakket'), TODAY);
  if (!loaded.ok) throw new Error('The pack of this test is no good.');
  return loaded;
}

test(`killed ${ROUNDS} times while it installs, it has the old content or the new, whole`, async () => {
  const random = seeded(SEED);
  const picture = aNoisyPicture(400);
  let dataDir = '';
  let packsDir = '';
  let shown: PackToInstall[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % ROUNDS_A_KIOSK === 0) {
      dataDir = join(aDataFolder(), 'data');
      mkdirSync(dataDir);
      shown = [];
    }
    packsDir = aHeavyPack(round + 1, picture);
    await killWhileInstalling(dataDir, packsDir, random(MOST_CHANGES));
    const next = [...shown, load(packsDir)];
    const found = foundIn(dataDir);
    const isNew = found === holding(next);
    if (!isNew) expect(found, `what is found after round ${round + 1}`).toBe(holding(shown));
    else shown = next;
  }
  const kiosk = await startKiosk({ dataDir, packsDir });
  await useContent(kiosk.page());
}, 300_000);
