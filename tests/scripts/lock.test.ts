import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../scripts/setup/lock.mjs';
import { temporaryFolder } from './temporary-folder.ts';

describe('the lock of the set-up', () => {
  it('makes the second one wait until the first lets go', async () => {
    const file = join(temporaryFolder(), 'setup.lock');
    const release = await takeLock(file);
    let second = false;
    const waiting = takeLock(file).then((letGo) => {
      second = true;
      letGo();
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(second).toBe(false);
    release();
    await waiting;
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    const file = join(temporaryFolder(), 'setup.lock');
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(file, String(gone));
    const release = await takeLock(file);
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('is never deleted by one who does not hold it', async () => {
    const file = join(temporaryFolder(), 'setup.lock');
    const release = await takeLock(file);
    writeFileSync(file, '1');
    release();
    expect(existsSync(file)).toBe(true);
  });
});
