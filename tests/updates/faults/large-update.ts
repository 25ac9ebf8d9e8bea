import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { activeVersion } from '../../../db/content/install-pack.ts';
import { listEntries, readFlow, readMedia } from '../../../db/content/read-content.ts';
import { packsToIndex } from '../../../db/content/search/packs-to-index.ts';
import { openForWriting } from '../../../db/open.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { largePackFiles } from '../../builders/pack-files.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { picturesOf, withPictures } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository, packOf } from '../../builders/updates/raw-repository.ts';

const FLOWS = 2;
const UPDATE = join(import.meta.dirname, 'update-once.ts');

/** A pack with enough in it that an update takes a while. */
function large(version: number): Record<string, string | Uint8Array> {
  const files = { ...largePackFiles(FLOWS, 2), 'pack.yaml': String(packOf(version)['pack.yaml']) };
  const texts = Object.entries(files).map(([path, text]) => [
    path,
    path.endsWith('words.nl.yaml') ? text.replace(/^title: .*$/m, `title: Versie ${version}`) : text,
  ]);
  return withPictures(Object.fromEntries(texts), version, PICTURES);
}

/** Pictures come after the texts, while these are judged: some moments should be among those. */
const PICTURES = { count: 4, bytes: 400_000 };

/** A repository with a large version 3, and the data folder of a kiosk that shows version 2 of it. */
export async function aLargeUpdate(): Promise<{ repository: string; template: string }> {
  const repository = aRawRepository();
  repository.publish(2, large(2));
  const template = join(aDataFolder(), 'template');
  mkdirSync(template);
  const kiosk = aKiosk(repository.bundledRoot, template);
  expect(await kiosk.update(repository)).toBe('ready');
  kiosk.db.pragma('wal_checkpoint(TRUNCATE)');
  kiosk.db.close();
  repository.publish(3, large(3));
  return { repository: repository.folder, template };
}

/** The version that a data folder shows, once all of it is seen to be of that version, and the store to be whole. */
export function shownWhole(dataDir: string): number | undefined {
  const db = openForWriting(join(dataDir, 'content.db'));
  try {
    const shown = activeVersion(db, 'klein')?.version;
    const flows = listEntries(db, 'flows', 'geld').map(({ id }) => readFlow(db, id)?.words['nl']?.title);
    expect(flows).toEqual(Array.from({ length: FLOWS }, () => `Versie ${shown}`));
    for (const [path, bytes] of Object.entries(picturesOf(Number(shown), PICTURES.count, PICTURES.bytes)))
      expect(
        Buffer.from(bytes).equals(
          readMedia(db, path.replace('media/', 'media/klein/'))?.bytes ?? Buffer.alloc(0),
        ),
        path,
      ).toBe(true);
    expect(packsToIndex(db)).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return shown;
  } finally {
    db.close();
  }
}

/**
 * Updates in a process of its own; it must end well. With `stop`, that is done so many milliseconds after it began, or when it has
 * ended before, and however it ends is right. `by` gives the last moment at which the disk was one, or nothing when it stays one: what says
 * that it ended after that says it of a disk that was being switched off (see `cutPower`), and did not end. From an address, threads
 * fetch. Says how many milliseconds it took, whether it ended well, and how many bytes threads fetched, if it came to the end.
 */
export async function updateOnce(
  repository: string,
  dataDir: string,
  stop?: { readonly after: number; readonly by: (kill: () => void) => bigint | undefined },
  address = repository,
): Promise<{ ms: number; ended: boolean; byThreads: number }> {
  const errors = stop === undefined ? 'inherit' : 'ignore';
  const child = spawn(process.execPath, [UPDATE, repository, dataDir, address], {
    stdio: ['ignore', 'pipe', errors],
  });
  const kill = () => void child.kill('SIGKILL');
  onTestFinished(kill);
  const gone = once(child, 'close');
  await once(child.stdout, 'data');
  const began = performance.now();
  const waits = new AbortController();
  const stopped =
    stop &&
    sleep(stop.after, undefined, waits)
      .catch(() => undefined)
      .then(() => stop.by(kill));
  let said = '';
  child.stdout.on('data', (more) => {
    said += more;
  });
  await gone;
  const ms = performance.now() - began;
  waits.abort();
  const last = await stopped;
  if (stop === undefined) expect(child.exitCode).toBe(0);
  const [, bytes = 0, at] = /ends (\d+) (\d+)/.exec(said) ?? [];
  const ended = at !== undefined && (last === undefined || BigInt(at) < last);
  return { ms, ended, byThreads: Number(bytes) };
}
