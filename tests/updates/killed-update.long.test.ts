// An update as a process of its own, killed without warning at any moment: old content or new, whole, every time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { activeVersion } from '../../db/content/install-pack.ts';
import { listEntries, readFlow } from '../../db/content/read-content.ts';
import { packsToIndex } from '../../db/content/search/packs-to-index.ts';
import { openForWriting } from '../../db/open.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { largePackFiles } from '../builders/pack-files.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository, packOf } from '../builders/updates/raw-repository.ts';

/** BALIE_KILLS=200 kills more often. */
const KILLS = Number(process.env['BALIE_KILLS'] ?? 30);
const FLOWS = 2;
const UPDATE = join(import.meta.dirname, 'update-once.ts');

/** A pack with enough in it that an update takes a while. */
function large(version: number): Record<string, string> {
  const files = { ...largePackFiles(FLOWS, 2), 'pack.yaml': String(packOf(version)['pack.yaml']) };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith('words.nl.yaml') ? text.replace(/^title: .*$/m, `title: Versie ${version}`) : text,
    ]),
  );
}

/** Starts an update, kills it so many milliseconds after it began, and says how many it took if it came to its end. */
async function run(folder: string, dataDir: string, killAfter?: number): Promise<number> {
  const child = spawn(process.execPath, [UPDATE, folder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const gone = once(child, 'exit');
  await once(child.stdout, 'data');
  const began = performance.now();
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  child.stdout.resume();
  await gone;
  if (killAfter === undefined) expect(child.exitCode).toBe(0);
  return performance.now() - began;
}

test(`killed ${KILLS} times at any moment, it leaves the old content or the new, whole, and the next one ends well`, async () => {
  const repository = aRawRepository();
  repository.publish(2, large(2));
  const sandbox = aDataFolder();
  const template = join(sandbox, 'template');
  mkdirSync(template);
  const kiosk = aKiosk(repository.bundledRoot, template);
  expect(await kiosk.update(repository)).toBe('ready');
  kiosk.db.pragma('wal_checkpoint(TRUNCATE)');
  kiosk.db.close();
  repository.publish(3, large(3));
  const dataDir = join(sandbox, 'kiosk');
  const look = () => {
    const db = openForWriting(join(dataDir, 'content.db'));
    const shown = activeVersion(db, 'klein')?.version;
    const flows = listEntries(db, 'flows', 'geld').map(({ id }) => readFlow(db, id)?.words['nl']?.title);
    expect(flows).toEqual(Array.from({ length: FLOWS }, () => `Versie ${shown}`));
    expect(packsToIndex(db)).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    return shown;
  };
  const again = () => {
    rmSync(dataDir, { recursive: true, force: true });
    cpSync(template, dataDir, { recursive: true });
  };
  again();
  const whole = await run(repository.folder, dataDir);
  expect(look()).toBe(3);
  const seen = new Map<number | undefined, number>();
  for (let kill = 0; kill < KILLS; kill++) {
    // Now and then on what an earlier kill left behind.
    if (kill % 3 !== 2) again();
    await run(repository.folder, dataDir, Math.random() * whole);
    const shown = look();
    expect([2, 3]).toContain(shown);
    seen.set(shown, (seen.get(shown) ?? 0) + 1);
  }
  expect(seen.get(2), 'some were killed in time').toBeGreaterThan(0);
  await run(repository.folder, dataDir);
  expect(look()).toBe(3);
  expect(readdirSync(join(dataDir, 'blobs/parts'))).toEqual([]);
}, 600_000);
