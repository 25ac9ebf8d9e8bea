import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { demandLock, lockFolder } from '../../../trust/repository/lock-folder.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { aDataFolder } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
/** Since when the machine is on, in the tests that ask: before every lock here. */
const UP_SECONDS = 3_600;
/** The number of a process that was there a moment ago. */
const gone = () => spawnSync('true').pid;

/** A folder that somebody locked. */
function locked(text: string): { folder: string; file: string } {
  const folder = aDataFolder();
  const file = join(folder, '.lock');
  writeFileSync(file, text);
  return { folder, file };
}
const by = (pid: number, host = hostname()) => JSON.stringify({ pid, host, since: '2026-11-24T11:59:00Z' });

it('locks a folder and unlocks it; the same process may lock it twice', () => {
  const folder = aDataFolder();
  const unlock = lockFolder(folder, NOW);
  expect(JSON.parse(readFileSync(join(folder, '.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  lockFolder(folder, NOW)();
  expect(existsSync(join(folder, '.lock'))).toBe(true);
  unlock();
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['of a process that is there', () => by(process.ppid)],
  ['of another computer', () => by(gone(), 'elsewhere')],
])('leaves a lock %s, and says who, since when, and what to do', (_, text) => {
  const before = text();
  const { folder, file } = locked(before);
  expect(() => lockFolder(folder, NOW, { upSeconds: UP_SECONDS })).toThrow(
    /is being changed by process \d+ on \S+, since 2026-11-24T11:59:00Z\. Wait .*remove ".*\.lock"\.$/,
  );
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('takes over the lock of a process that is no longer there', () => {
  const { folder } = locked(by(gone()));
  lockFolder(folder, NOW)();
  expect(readdirSync(folder)).toEqual([]);
});

it('ends, and says what to do, where a lock cannot be taken away', () => {
  // A name so long that the system has no room for the one under which it is taken away: also for root, who may do all else.
  const MOST = 4_090;
  let folder = aDataFolder();
  while (folder.length < MOST - 260) folder = join(folder, 'x'.repeat(250));
  folder = join(folder, 'x'.repeat(MOST - 7 - folder.length));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.lock'), by(gone()));
  expect(() => lockFolder(folder, NOW)).toThrow(/is being changed by process \d+ .* remove "/);
});

it('takes over the lock from before the machine was switched on, whose number another process has by now', () => {
  const { folder } = locked(by(process.ppid));
  lockFolder(folder, NOW, { upSeconds: 59 })();
  expect(readdirSync(folder)).toEqual([]);
});

it('takes over what a power cut left of a lock, and waits for one that is being written', () => {
  const { folder, file } = locked('');
  utimesSync(file, NOW, NOW);
  expect(() => lockFolder(folder, NOW)).toThrow('is being changed by another command');
  lockFolder(folder, new Date(NOW.getTime() + 11_000))();
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves it to others to say that there is no folder', () => {
  lockFolder('/not/there', NOW)();
});

/** A lock that a command in a container holds, which was heard so many milliseconds ago; by default the container is gone. */
function lockedElsewhere(silentMs: number, parts: object = { host: 'container-1' }) {
  const holder = {
    pid: 7,
    host: hostname(),
    since: '2026-11-24T11:00:00Z',
    id: 'x',
    space: 'pid:[1]',
    ...parts,
  };
  const found = locked(JSON.stringify(holder));
  const heard = new Date(Date.now() - silentMs);
  utimesSync(found.file, heard, heard);
  return found;
}

it.each([
  ['another host name', { host: 'container-1' }],
  ['the same host name and other process numbers', {}],
])('takes over the lock of a container with %s that was silent for five minutes, and says so', (_, parts) => {
  const { folder } = lockedElsewhere(301_000, parts);
  const told: string[] = [];
  lockFolder(folder, NOW, { told: (sentence) => void told.push(sentence) })();
  expect(told).toEqual([expect.stringMatching(/^Process 7 on .* silent for five minutes or more/)]);
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves the lock of a container that was heard since, and says that it lapses', () => {
  const { folder, file } = lockedElsewhere(200_000);
  const before = readFileSync(file, 'utf8');
  expect(() => lockFolder(folder, NOW)).toThrow('five minutes after it was last heard');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual([before, ['.lock']]);
});

it('never takes over the lock of another computer with a version that does not renew it', () => {
  const { folder } = lockedElsewhere(9_000_000, { host: 'elsewhere', id: undefined });
  expect(() => lockFolder(folder, NOW)).toThrow('is being changed by process 7 on elsewhere');
});

it('takes over what a container with this name and this number of a process left behind, also where it is the same space', () => {
  const { folder } = locked(by(process.pid));
  const unlock = lockFolder(folder, NOW);
  expect(readFileSync(join(folder, '.lock'), 'utf8')).toContain('"id"');
  unlock();
  expect(readdirSync(folder)).toEqual([]);
});

afterEach(() => void vi.useRealTimers());

it('is renewed while it is held, and neither renews nor removes the lock of another that took it over', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const folder = aDataFolder();
  const file = join(folder, '.lock');
  const unlock = lockFolder(folder, NOW);
  const long = new Date(Date.now() - 900_000);
  utimesSync(file, long, long);
  vi.advanceTimersByTime(30_000);
  expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(100_000);
  demandLock(folder);

  rmSync(file);
  writeFileSync(file, by(1, 'elsewhere'));
  vi.advanceTimersByTime(30_000);
  expect(() => demandLock(folder)).toThrow('another one took');
  await expect(openFolder(folder).write('metadata/2.snapshot.json', Buffer.from('{}'))).rejects.toThrow(
    'another one took',
  );
  unlock();
  expect(readFileSync(file, 'utf8')).toBe(by(1, 'elsewhere'));
});
