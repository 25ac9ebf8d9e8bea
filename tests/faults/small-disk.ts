import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { electronPath } from '../../scripts/setup/electron.mjs';
import { aDataFolder } from '../builders/a-store.ts';
import { APP_FOLDER, type KioskOptions } from '../journeys/launch-kiosk.ts';

/** A real disk of a few megabytes, all of it memory, for the data folder of a kiosk. */
export type SmallDisk = {
  /** The data folder, as this test sees it. It is made by `put` or by the kiosk. */
  readonly dataDir: string;
  /** How a kiosk is started that has its data there. */
  readonly kiosk: KioskOptions;
  /** Puts a filled data folder on the disk. */
  readonly put: (filled: string) => void;
  /** Fills it up, but for so many bytes. */
  readonly fill: (left: number) => void;
  /** From now on it can only be read. */
  readonly forbidWriting: () => void;
};

/**
 * Mounts a small disk, and unmounts it when the test is over. Only root may mount; another user does it in a namespace
 * of their own, and starts the app in there. It never passes over a check: where neither can be, it throws.
 */
export async function aSmallDisk(megabytes: number): Promise<SmallDisk> {
  const place = aDataFolder();
  const mount = ['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'balie-test', place];
  const isRoot = process.getuid?.() === 0;
  const { seen, enter, executable } = isRoot ? mountHere(mount, place) : await mountInNamespace(mount, place);
  return {
    dataDir: join(seen, 'data'),
    kiosk: {
      dataDir: join(place, 'data'),
      // There the app puts what Chromium cannot put on the disk.
      env: { TMPDIR: aDataFolder() },
      ...(executable === undefined ? {} : { executable }),
    },
    put: (filled) => cpSync(filled, join(seen, 'data'), { recursive: true }),
    fill: (left) => fill(join(seen, 'ballast'), left),
    forbidWriting: () => run([...enter, 'mount', '-o', 'remount,bind,ro', place]),
  };
}

/** The way to the disk, the command that other commands follow to reach it, and what starts the app there. */
type Mounted = { readonly seen: string; readonly enter: readonly string[]; readonly executable?: string };

function mountHere(mount: readonly string[], place: string): Mounted {
  run(mount);
  // Lazily: a process of the app may end a moment later than the app.
  onTestFinished(() => run(['umount', '--lazy', place]));
  return { seen: place, enter: [] };
}

async function mountInNamespace(mount: readonly string[], place: string): Promise<Mounted> {
  const hold = ['sh', '-c', '"$@" && echo mounted && exec sleep 600', 'sh', ...mount];
  const holder = spawn('unshare', ['--user', '--map-root-user', '--mount', ...hold], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  const first = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  if (!String(first[0]).includes('mounted'))
    throw new Error('No small disk can be made here: it takes root, or user namespaces.');
  const enter = ['nsenter', '--preserve-credentials', '--user', '--mount', '--target', String(holder.pid)];
  const executable = join(aDataFolder(), 'electron');
  // In there the user looks like root, for whom Chromium has no sandbox.
  const start = [...enter, electronPath(APP_FOLDER).path, '--no-sandbox']
    .map((word) => `'${word}'`)
    .join(' ');
  writeFileSync(executable, `#!/bin/sh\nexec ${start} "$@"\n`, { mode: 0o755 });
  return { seen: `/proc/${holder.pid}/root${place}`, enter, executable };
}

function run([command, ...args]: readonly string[]): void {
  execFileSync(command as string, args, { stdio: 'pipe' });
}

function fill(file: string, left: number): void {
  const descriptor = openSync(file, 'w');
  const block = Buffer.alloc(4096, 'full ');
  let size = 0;
  try {
    for (;;) size += writeSync(descriptor, block);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  }
  ftruncateSync(descriptor, Math.max(0, size - left));
  closeSync(descriptor);
}
