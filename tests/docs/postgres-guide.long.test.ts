// What the guide says of PostgreSQL is done here, word for word: the server needs no more rights than that gives.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { backupCommand } from '../../cli/server/backup-command.ts';
import { devicesCommand } from '../../cli/server/devices-command.ts';
import { addLibrary, listLibraries } from '../../server/organisations/libraries.ts';
import { DUMP_FILE } from '../../server/store/back-up.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { runLongCommand } from '../builders/run-balie.ts';
import { spawnServer } from '../builders/spawn-server.ts';

const DOCS = join(import.meta.dirname, '../../docs/server');
const GUIDE = readFileSync(join(DOCS, 'running.md'), 'utf8');
const AS_POSTGRES = 'sudo -u postgres ';

let postgres: OwnPostgres;
const data = mkdtempSync(join(tmpdir(), 'balie-guide-'));
const ask = (command: string, args: readonly string[]) =>
  execFileSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, PGHOST: postgres.folder, PGUSER: 'postgres' },
  });
const say = (text: string) => ask('psql', ['-At', '-c', text, 'balie']).trim();
let address: string;

beforeAll(async () => {
  postgres = await startOwnPostgres(false, 'postgres');
  address = `postgres://balie@localhost/balie?host=${postgres.folder}`;
  const commands = GUIDE.split('\n').filter((line) => line.startsWith(AS_POSTGRES));
  expect(commands.length).toBe(2);
  for (const line of commands) {
    const [command = '', ...args] = line.slice(AS_POSTGRES.length).split(' ');
    ask(command, args);
  }
});
afterAll(async () => {
  await postgres.remove();
  rmSync(data, { recursive: true, force: true });
});

it('makes an account and a database with the commands of the guide, and runs on them without further rights', async () => {
  const rights = 'SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = $$balie$$';
  expect(say(rights)).toBe('f');
  const store = await openServerStore({ data, database: address });
  onTestFinished(() => store.close());
  await addLibrary(store, 'delft', 'Delft', new Date());
  expect((await listLibraries(store)).map(({ id }) => id)).toEqual(['delft']);
});

it('has the password of the database from the file that the guide makes, or the environment, and on no command line', async () => {
  const password = 'f1sh-and-chips';
  say(`ALTER ROLE balie PASSWORD '${password}'`);
  const rules = ['local all postgres trust', 'local all balie scram-sha-256'];
  writeFileSync(join(postgres.folder, 'data', 'pg_hba.conf'), `${rules.join('\n')}\n`);
  say('SELECT pg_reload_conf()');
  const isLetIn = async () => {
    const opened = await openServerStore({ data, database: address }).catch(() => undefined);
    await opened?.close();
    return opened !== undefined;
  };
  while (await isLetIn()); // until it wants a password
  const devices = () => runLongCommand(devicesCommand, '--data', data, '--database', address);
  await expect(devices()).rejects.toThrow('wants a password');

  vi.stubEnv('PGPASSWORD', password);
  expect(await isLetIn()).toBe(true);
  vi.unstubAllEnvs();

  const line = /^echo '(.*PASSWORD)' \| .*\.pgpass$/m.exec(GUIDE)?.[1] ?? '';
  const file = join(data, '.pgpass');
  writeFileSync(file, `${line.replace('PASSWORD', password)}\n`, { mode: 0o600 });
  vi.stubEnv('PGPASSFILE', file);
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = await spawnServer(data, address);
  expect((await fetch(`${server.address}/ready`)).status).toBe(200);
  const started = readFileSync(`/proc/${server.pid}/cmdline`, 'utf8');
  expect([started.includes(address), started.includes(password)]).toEqual([true, false]);
  expect(await server.end('SIGTERM')).toBe(0);
  const copy = join(data, 'copy');
  await runLongCommand(backupCommand, copy, '--data', data, '--database', address);
  expect(existsSync(join(copy, DUMP_FILE))).toBe(true);

  // The line that restores, under the account that it names, into an empty database made as the guide makes one.
  const [, account = '', restore = ''] = /^sudo -u (\S+) (pg_restore [^#\n]*)/m.exec(GUIDE) ?? [];
  expect(account).toBe('balie');
  ask('psql', ['-c', 'ALTER DATABASE balie RENAME TO before', 'postgres']);
  ask('createdb', ['--owner=balie', '--encoding=UTF8', 'balie']);
  const [command = '', ...args] = restore.trim().split(/ +/);
  const dump = args.map((arg) => arg.replace(/^\/backup\/[\d-]+/, copy));
  execFileSync(command, dump, { env: { ...process.env, PGHOST: postgres.folder, PGUSER: account } });
  const restored = await openServerStore({ data, database: address });
  onTestFinished(() => restored.close());
  expect((await listLibraries(restored)).map(({ id }) => id)).toEqual(['delft']);
});

it('says with every command of a restoration in which database', () => {
  const restoration = GUIDE.slice(GUIDE.indexOf('## Back up and restore'), GUIDE.indexOf('## Upgrade'));
  const lines = restoration.split('\n').filter((line) => line.startsWith('balie server'));
  expect(lines).toHaveLength(11);
  for (const line of lines) expect(line).toMatch(/--data \S+ \[--database postgres:/);
  // That a device was revoked has a line of its own; the other one is written when the code for the new device is made.
  expect(restoration).not.toContain('device-replaced');
});

it('never names an address with a password in it', () => {
  const texts = ['balie.service', 'Containerfile', 'running.md', '../operators.md'].map((name) =>
    readFileSync(join(DOCS, name), 'utf8'),
  );
  for (const text of texts) expect(text).not.toMatch(/postgres:\/\/[^\s/@]*:[^\s/@]*@/);
});
