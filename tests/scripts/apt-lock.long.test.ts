// A Debian that was just started installs its own updates: a real apt-get, with folders of its own, meets the lock that they hold.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installArguments } from '../../scripts/setup/system-libraries.mjs';

let place: string;
let holder: ChildProcess | undefined;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'balie-apt-'));
  for (const folder of ['dpkg/updates', 'lists/partial', 'archives/partial'])
    mkdirSync(join(place, folder), { recursive: true });
  writeFileSync(join(place, 'dpkg/status'), '');
  writeFileSync(
    join(place, 'apt.conf'),
    [
      `Dir::State "${place}";`,
      `Dir::State::status "${place}/dpkg/status";`,
      `Dir::State::lists "${place}/lists";`,
      `Dir::Cache "${place}";`,
      `Dir::Log "${place}";`,
    ].join('\n'),
  );
});

afterEach(() => {
  holder?.kill('SIGKILL');
  rmSync(place, { recursive: true, force: true });
});

test('waits until whoever installs something has ended, and says so', async () => {
  holder = await holdLock(join(place, 'dpkg/lock-frontend'));
  const install = spawn('apt-get', installArguments([]), {
    env: { ...process.env, APT_CONFIG: join(place, 'apt.conf'), LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => void install.once('close', resolve));
  const waits = new Promise<void>((resolve) => {
    for (const stream of [install.stdout, install.stderr])
      stream.on('data', (text) => {
        said += text;
        if (said.includes('Waiting for cache lock')) resolve();
      });
  });
  await Promise.race([waits, ended]);
  expect(said).toContain(`held by process ${holder.pid}`);
  expect(install.exitCode).toBeNull();
  holder.kill();
  expect(await ended, said).toBe(0);
});

/** Debian always has perl, whose own `flock` is another lock than that of dpkg. */
async function holdLock(file: string): Promise<ChildProcess> {
  const script = `use Fcntl; open(F, ">", $ARGV[0]) or die;
    my $lock = pack("s s l! l! i", F_WRLCK, 0, 0, 0, 0); fcntl(F, F_SETLK, $lock) or die $!; $| = 1; print "held"; sleep;`;
  const child = spawn('perl', ['-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('The lock was not taken.')));
  });
  return child;
}
