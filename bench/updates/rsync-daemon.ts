import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { stop, track } from '../../scripts/setup/children.mjs';

const PATIENCE_MS = 10_000;

/** An rsync daemon that hands out a folder. */
export type RsyncDaemon = {
  /** Copies it into a new folder and brings it to the disk. Milliseconds. */
  readonly copy: (to: string) => number;
  readonly stop: () => Promise<void>;
};

/** Starts one on a free port of this computer only; `place` is where its settings go. Throws when there is no rsync. */
export async function startRsync(folder: string, place: string): Promise<RsyncDaemon> {
  if (spawnSync('rsync', ['--version']).status !== 0)
    throw new Error('There is no rsync on this machine to compare with. Install it: apt-get install rsync.');
  const port = await freePort();
  const settings = join(place, 'rsyncd.conf');
  writeFileSync(
    settings,
    `use chroot = no\nport = ${port}\naddress = 127.0.0.1\n[pack]\npath = ${folder}\nread only = yes\n`,
  );
  const child = spawn('rsync', ['--daemon', '--no-detach', `--config=${settings}`], { stdio: 'ignore' });
  track(child);
  const address = `rsync://127.0.0.1:${port}/pack/`;
  const until = Date.now() + PATIENCE_MS;
  while (spawnSync('rsync', [address], { stdio: 'ignore' }).status !== 0) {
    if (Date.now() > until) throw new Error('The rsync daemon does not answer.');
    await new Promise((wait) => setTimeout(wait, 20));
  }
  return {
    copy: (to) => {
      const began = performance.now();
      const copied = spawnSync('rsync', ['--recursive', '--times', address, `${to}/`], { stdio: 'ignore' });
      const synced = spawnSync('sync', ['-f', to], { stdio: 'ignore' });
      if (copied.status !== 0 || synced.status !== 0) throw new Error('rsync did not copy the pack.');
      return performance.now() - began;
    },
    stop: () => stop(child),
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
