// What the guide says of PostgreSQL is done here, word for word: the server needs no more rights than that gives.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addLibrary, listLibraries } from '../../server/organisations/libraries.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { startOwnPostgres } from '../builders/own-postgres.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/server/running.md'), 'utf8');
const AS_POSTGRES = 'sudo -u postgres ';

it('makes an account and a database with the commands of the guide, and runs on them without further rights', async () => {
  const postgres = await startOwnPostgres(false, 'postgres');
  onTestFinished(postgres.remove);
  const data = mkdtempSync(join(tmpdir(), 'balie-guide-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const ask = (command: string, args: readonly string[]) =>
    execFileSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, PGHOST: postgres.folder, PGUSER: 'postgres' },
    });
  const commands = GUIDE.split('\n').filter((line) => line.startsWith(AS_POSTGRES));
  expect(commands.length).toBe(2);
  for (const line of commands) {
    const [command = '', ...args] = line.slice(AS_POSTGRES.length).split(' ');
    ask(command, args);
  }
  const rights = 'SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = $$balie$$';
  expect(ask('psql', ['-At', '-c', rights, 'balie']).trim()).toBe('f');

  const store = await openServerStore({
    data,
    database: `postgres://balie@localhost/balie?host=${postgres.folder}`,
  });
  onTestFinished(() => store.close());
  await addLibrary(store, 'delft', 'Delft', new Date());
  expect((await listLibraries(store)).map(({ id }) => id)).toEqual(['delft']);
});
