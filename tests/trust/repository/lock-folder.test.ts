import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from '../../../trust/repository/lock-folder.ts';
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
  expect(() => lockFolder(folder, NOW, UP_SECONDS)).toThrow(
    /is being changed by process \d+ on \S+, since 2026-11-24T11:59:00Z\. Wait .*remove ".*\.lock"\.$/,
  );
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('takes over the lock of a process that is no longer there', () => {
  const { folder } = locked(by(gone()));
  lockFolder(folder, NOW)();
  expect(readdirSync(folder)).toEqual([]);
});

it('takes over the lock from before the machine was switched on, whose number another process has by now', () => {
  const { folder } = locked(by(process.ppid));
  lockFolder(folder, NOW, 59)();
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
