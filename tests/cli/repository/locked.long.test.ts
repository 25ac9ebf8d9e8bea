// Two commands on one folder at the same moment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aLibrary } from '../../builders/a-library.ts';
import { runBalie } from '../../builders/run-balie.ts';

const BALIE = join(import.meta.dirname, '../../../cli/balie.ts');

it('the second is told to wait, and goes on where the first was killed', async () => {
  const library = await aLibrary();
  await library.publish();
  const lock = join(library.repository, '.lock');
  const renew = ['repository', 'renew', library.repository, ...library.keyArguments.slice(0, 2)];
  // The first waits for a passphrase that does not come.
  const first = spawn(process.execPath, [BALIE, ...renew], { stdio: ['pipe', 'ignore', 'inherit'] });
  onTestFinished(() => void first.kill('SIGKILL'));
  const gone = once(first, 'exit');
  await expect.poll(() => existsSync(lock), { timeout: 30_000 }).toBe(true);
  const again = ['repository', 'renew', library.repository, ...library.keyArguments];
  const refused = runBalie(again);
  expect([refused.status, refused.err]).toEqual([
    1,
    expect.stringContaining(`is being changed by process ${first.pid} on`),
  ]);
  first.kill('SIGKILL');
  await gone;
  expect(runBalie(again)).toMatchObject({ status: 0, err: '' });
  expect(existsSync(lock)).toBe(false);
});
