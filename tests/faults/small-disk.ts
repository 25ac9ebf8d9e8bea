import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aDataFolder } from '../builders/a-store.ts';

/** A real disk of a few megabytes, all of it memory. */
export type SmallDisk = {
  readonly folder: string;
  /** Fills it up, but for so many bytes. */
  readonly fill: (left: number) => void;
  /** From now on it can only be read. */
  readonly forbidWriting: () => void;
};

/**
 * Mounts a small disk, and unmounts it when the test is over. Only root may mount; another user does it in a user
 * namespace of their own and reaches it through /proc. It never passes over a check: where neither can be, it throws.
 */
export async function aSmallDisk(megabytes: number): Promise<SmallDisk> {
  const place = aDataFolder();
  const mount = ['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'balie-test', place];
  const { folder, enter } =
    process.getuid?.() === 0 ? mountAsRoot(mount, place) : await mountAsUser(mount, place);
  return {
    folder,
    fill: (left) => fill(join(folder, 'ballast'), left),
    forbidWriting: () => run([...enter, 'mount', '-o', 'remount,ro', place]),
  };
}

type Mounted = { readonly folder: string; readonly enter: readonly string[] };

function mountAsRoot(mount: readonly string[], place: string): Mounted {
  run(mount);
  // Lazily: a process of the app may end a moment later than the app.
  onTestFinished(() => run(['umount', '--lazy', place]));
  return { folder: place, enter: [] };
}

async function mountAsUser(mount: readonly string[], place: string): Promise<Mounted> {
  const script = '"$@" && echo mounted && exec sleep 600';
  const holder = spawn(
    'unshare',
    ['--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', ...mount],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void holder.kill('SIGKILL'));
  const first = await Promise.race([
    once(holder.stdout, 'data'),
    once(holder, 'exit'),
    once(holder, 'error'),
  ]);
  if (!String(first[0]).includes('mounted'))
    throw new Error(
      'No small disk can be made here: it takes root, or user namespaces. Run the tests as root.',
    );
  const namespaces = [
    'nsenter',
    '--preserve-credentials',
    '--user',
    '--mount',
    '--target',
    String(holder.pid),
  ];
  return { folder: `/proc/${holder.pid}/root${place}`, enter: namespaces };
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
