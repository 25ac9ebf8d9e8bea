// The import as a process of its own, killed without warning: the old directory is there, or the new one, whole.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aDirectory } from '../../builders/a-directory.ts';
import { aService } from '../../builders/a-service.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { servicesIn } from '../../builders/import-directory.ts';

const BALIE = join(import.meta.dirname, '../../../cli/balie.ts');
/** Large enough that the import is still at it when it is killed. */
const MANY = 20_000;
const FEW = 50;

/** A file with so many services in it. */
function aFileOf(services: number): string {
  const file = join(aDataFolder(), 'services.json');
  const descriptor = openSync(file, 'wx');
  for (let number = 0; number < services; number++)
    writeSync(
      descriptor,
      `${number === 0 ? '[' : ','}${JSON.stringify(aService({ id: `nieuw-${number}` }))}`,
    );
  writeSync(descriptor, ']');
  closeSync(descriptor);
  return file;
}

function startImport(file: string, data: string): ChildProcess {
  const child = spawn(
    process.execPath,
    [BALIE, 'directory', 'import', file, '--data', data, '--migrations', MIGRATIONS],
    { stdio: 'ignore' },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('killed after the first services are written, it leaves the old directory; the next import clears up', async () => {
  const data = aDataFolder();
  const db = aDirectory([aService({ id: 'oud' })], aStore('content', join(data, 'content.db')));
  const file = aFileOf(MANY);
  const written = db.prepare("SELECT count(*) FROM directory_services WHERE id LIKE 'nieuw-%'").pluck();
  for (const least of [1, 3000]) {
    const child = startImport(file, data);
    const gone = once(child, 'exit');
    while (Number(written.get()) < least && child.exitCode === null)
      await new Promise((next) => setImmediate(next));
    child.kill('SIGKILL');
    await gone;
    expect(child.signalCode, 'it was killed in the middle').toBe('SIGKILL');
    expect(Number(written.get())).toBeGreaterThanOrEqual(least);
    expect(servicesIn(db).map(({ id }) => id)).toEqual(['oud']);
  }
  const last = startImport(aFileOf(FEW), data);
  await once(last, 'exit');
  expect(last.exitCode).toBe(0);
  expect(db.prepare('SELECT count(*) FROM directory_services').pluck().get()).toBe(FEW);
  expect(db.prepare('SELECT count(*) FROM directories').pluck().get()).toBe(1);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
}, 120_000);
