import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { collectBlobs } from '../../../db/blobs/collect-blobs.ts';
import { lockBlobs } from '../../../db/blobs/lock-blobs.ts';
import { openInMemory } from '../../../db/open.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';

const OPEN = join(import.meta.dirname, '../../../db/open.ts');
const LOCK = join(import.meta.dirname, '../../../db/blobs/lock-blobs.ts');

test('one at a time holds the contents of a store; another store has its own', () => {
  const file = join(aDataFolder(), 'content.db');
  const [one, other] = [aStore('content', file), aStore('content', file)];
  const unlock = lockBlobs(one);
  expect(unlock).toBeDefined();
  expect(lockBlobs(other)).toBeUndefined();
  lockBlobs(aStore('content'))?.();
  unlock?.();
  const again = lockBlobs(other);
  expect(again).toBeDefined();
  again?.();
});

test('while it is held nothing is removed, and afterwards what nobody needs is', () => {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  const blobs = openBlobStore(dataDir);
  const content = blobs.put(Buffer.from('on its way'));
  expect(content).toEqual(contentOf(Buffer.from('on its way')));
  const unlock = lockBlobs(db);
  collectBlobs(db);
  expect(blobs.has(content)).toBe(true);
  unlock?.();
  collectBlobs(db);
  expect(blobs.has(content)).toBe(false);
});

test('it ends with the process that holds it, also when that is killed', async () => {
  const file = join(aDataFolder(), 'content.db');
  const db = aStore('content', file);
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { openForWriting } = await import(${JSON.stringify(OPEN)});
       const { lockBlobs } = await import(${JSON.stringify(LOCK)});
       const held = lockBlobs(openForWriting(${JSON.stringify(file)}));
       console.log(typeof held);
       setInterval(() => held, 1_000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void holder.kill('SIGKILL'));
  const [said] = await once(holder.stdout, 'data');
  expect(String(said).trim()).toBe('function');
  expect(lockBlobs(db)).toBeUndefined();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const unlock = lockBlobs(db);
  expect(unlock).toBeDefined();
  unlock?.();
});

test('where the file of the lock may not be written, nobody is told that they hold it', async () => {
  const dataDir = aDataFolder();
  const file = join(dataDir, 'content.db');
  lockBlobs(aStore('content', file))?.();
  chmodSync(dataDir, 0o755);
  chmodSync(join(dataDir, 'blobs.lock'), 0o444);
  const other = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { openForWriting } = await import(${JSON.stringify(OPEN)});
       const { lockBlobs } = await import(${JSON.stringify(LOCK)});
       const db = openForWriting(${JSON.stringify(file)});
       if (process.getuid() === 0) process.setuid(65534); // Root may write everything.
       try { console.log(typeof lockBlobs(db)); } catch ({ code, message }) { console.log(code, message); }`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = await once(other.stdout, 'data');
  await once(other, 'exit');
  expect(String(said)).toMatch(/^EACCES .*blobs\.lock/);
});

test('a store in memory has nobody beside it', () => {
  const db = openInMemory(undefined);
  onTestFinished(() => void db.close());
  expect([lockBlobs(db), lockBlobs(db)]).toEqual([expect.any(Function), expect.any(Function)]);
});
