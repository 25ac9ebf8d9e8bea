// A server is copied while devices send, and the copy is what a new server starts from.
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SERVER_COMMANDS } from '../../cli/server/server-commands.ts';
import { findByName } from '../../server/accounts/find-account.ts';
import { addAccount } from '../../server/accounts/invitations.ts';
import { findSession, openSession } from '../../server/accounts/sessions.ts';
import { approveDevice, findDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { addStaff, listStaff } from '../../server/organisations/staff.ts';
import { libraryListsFile } from '../../server/reports/library-names.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { anAccount } from '../builders/a-browser.ts';
import { aDevice } from '../builders/a-device.ts';
import { aRepository } from '../builders/a-repository.ts';
import { totalOf } from '../builders/a-server.ts';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { runBalie, runLongCommand } from '../builders/run-balie.ts';
import { ITEMS, sendWithoutEnd } from '../builders/send-without-end.ts';
import { spawnServer } from '../builders/spawn-server.ts';

const BALIE = join(import.meta.dirname, '../../cli/balie.ts');

let postgres: OwnPostgres;
beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(() => postgres.remove());

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/server/running.md'), 'utf8');

/** The lines of the guide with these commands, in their order; each is there once. */
const TAKEN_AWAY = ['server revoke', 'server account end', 'server staff remove'];
const BROUGHT_BACK = [
  ...['server library add', 'server branch add', 'server branch municipality'],
  ...['server staff add', 'server account add'],
];

/** Does what the guide says where a server comes back from a copy, with these commands; what they printed. */
async function doAsGuided(
  commands: readonly string[],
  where: readonly string[],
  names: Readonly<Record<string, string>>,
) {
  const [, restoring = ''] = GUIDE.split('Restore into an empty folder');
  const lines = restoring.matchAll(/^balie (server [a-z ]+[a-z]) ([^#\n]*?) --data \S+/gm);
  const guided = [...lines].filter(([, command = '']) => commands.includes(command));
  expect(guided.map(([, command]) => command)).toEqual(commands);
  const printed: string[] = [];
  for (const [, command = '', words = ''] of guided) {
    const args = words.split(' ').map((word) => names[word] ?? word);
    const { status, out } = await runLongCommand(
      async (given) => SERVER_COMMANDS[command]?.run(given) ?? 2,
      ...[...args, ...where],
    );
    expect(status, command).toBe(0);
    printed.push(out);
  }
  return printed;
}

/** The key with which the secrets in a database were sealed. */
async function startedAt(data: string, database: string) {
  const store = await openServerStore({ data, database });
  return store.secrets().finally(() => store.close());
}

it.each(['sqlite', 'postgres'] as const)(
  'is copied whole while devices send, and they go on at the copy: %s',
  async (kind) => {
    const place = mkdtempSync(join(tmpdir(), 'balie-backup-'));
    const [data, copy, fresh] = [join(place, 'data'), join(place, 'copy'), join(place, 'fresh')];
    const database = kind === 'sqlite' ? undefined : postgres.makeDatabase('before');
    const store = await openServerStore({ data, database });
    await addLibrary(store, 'delft', 'Delft', new Date());
    await addBranch(store, 'delft', 'hal', 'Hal');
    await addStaff(store, 'delft', { id: 'away', name: 'K.', role: 'staff' });
    const kim = { library: 'delft', name: 'Kim', role: 'administrator' } as const;
    await addAccount(store, kim, { library: 'delft' }, new Date());
    const reader = await anAccount(store, 'reader');
    const { token } = await openSession(store.db, reader, new Date());
    const codes = [1, 2, 3, 4].map(async () => makeEnrolmentCode(store, 'delft', 'hal', new Date()));
    const repository = await aRepository();
    await repository.publish(1, { 'text.md': 'hallo' });
    await repository.refresh();
    cpSync(repository.folder, join(data, 'repository'), { recursive: true });
    mkdirSync(join(data, 'desk'));
    writeFileSync(libraryListsFile(data, 'delft'), '{}');
    const server = await spawnServer(data, database);
    const devices = [aDevice(), aDevice()];
    const stolen = aDevice();
    for (const [index, device] of [...devices, stolen].entries()) {
      await device.enrol(server.address, (await codes[index])?.code ?? '');
      await approveDevice(store, device.id());
    }
    expect(await findSession(store.db, token, new Date())).toBeDefined();
    await store.close();

    const senders = devices.map((device) => sendWithoutEnd(device, server.address));
    await Promise.all(senders.map((sender) => sender.acknowledged(10)));
    const where = ['--data', data, ...(database === undefined ? [] : ['--database', database])];
    await promisify(execFile)(process.execPath, [BALIE, 'server', 'backup', copy, ...where]);
    const late = aDevice();
    await late.enrol(server.address, (await codes[3])?.code ?? '');
    await Promise.all(senders.map((sender) => sender.acknowledged(20)));
    const sent = (await Promise.all(senders.map((sender) => sender.stop()))).reduce(
      (sum, each) => sum + each,
    );
    expect(statSync(copy).mode & 0o777).toBe(0o700);
    expect(readFileSync(libraryListsFile(copy, 'delft'), 'utf8')).toBe('{}');

    const restored = kind === 'sqlite' ? undefined : postgres.makeDatabase('after');
    if (restored === undefined) cpSync(copy, fresh, { recursive: true });
    else {
      postgres.restore(join(copy, 'server.dump'), restored);
      cpSync(join(copy, 'repository'), join(fresh, 'repository'), { recursive: true });
      await expect(startedAt(fresh, restored)).rejects.toThrow('secrets.key');
      cpSync(join(copy, 'secrets.key'), join(fresh, 'secrets.key'));
    }
    const again = await openServerStore({ data: fresh, database: restored });
    const count = async (table: 'items' | 'batches') =>
      (await again.db.selectFrom(table).select('id').execute()).length;
    const [items, batches] = [await count('items'), await count('batches')];
    // No batch is there in part, and what is there is counted.
    expect([items, await totalOf(again)]).toEqual([batches * ITEMS, items]);
    expect(items).toBeGreaterThanOrEqual(20 * ITEMS);
    expect(items).toBeLessThan(sent);

    // What was taken away since the copy is there again, until somebody does what the guide says.
    expect((await findDevice(again, stolen.id()))?.state).toBe('approved');
    const there = ['--data', fresh, ...(restored === undefined ? [] : ['--database', restored])];
    const names = { DEVICE: stolen.id(), LIBRARY: 'delft', NAME: 'Kim', ID: 'away' };
    await doAsGuided(TAKEN_AWAY, there, names);
    expect([await findByName(again.db, 'delft', 'Kim'), await listStaff(again, 'delft')]).toEqual([
      undefined,
      [],
    ]);

    // A session that somebody ended since may not live again: it is in no copy, and what else has them is told how to end them.
    expect(await findSession(again.db, token, new Date())).toBeUndefined();
    const live = await openSession(again.db, reader, new Date());
    const [, ending = ''] = /`(DELETE FROM sessions)`/.exec(GUIDE) ?? [];
    await sql.raw(ending).execute(again.db);
    expect(await findSession(again.db, live.token, new Date())).toBeUndefined();

    // What came since is brought back, with the same ids.
    const came = { LIBRARY: 'gouda', NAME: 'Robin', BRANCH: 'markt', ID: 'robin', ROLE: 'reader' };
    const [library = '', ...others] = BROUGHT_BACK;
    await doAsGuided([library], there, came);
    const [branch = '', municipality = '', person = '', account = ''] = others;
    await doAsGuided([branch, municipality], there, came);
    await doAsGuided([person], there, { ...came, ROLE: 'staff' });
    await doAsGuided([account], there, came);
    expect(await listStaff(again, 'gouda')).toEqual([{ id: 'robin', name: 'Robin', role: 'staff' }]);
    expect((await findByName(again.db, 'gouda', 'Robin'))?.role).toBe('reader');

    // The same devices, at a server that started from the copy: they trust its key, and it knows them.
    await server.end('SIGTERM');
    const second = await spawnServer(fresh, restored);
    expect((await stolen.send(second.address, stolen.batch([stolen.item()]))).status).toBe(403);
    // One that came after the copy is not known there, until it enrols again.
    const refused = await late.send(second.address, late.batch([late.item()]));
    expect([refused.status, await refused.json()]).toEqual([
      401,
      expect.objectContaining({ why: 'bad-signature' }),
    ]);
    const [code = ''] = await doAsGuided(['server code'], there, { LIBRARY: 'gouda', BRANCH: 'markt' });
    expect((await late.enrol(second.address, code)).status).toBe(200);
    await doAsGuided(['server approve'], there, { DEVICE: late.id() });
    expect((await late.send(second.address, late.batch([]))).status).toBe(200);
    const more = devices.map((device) => sendWithoutEnd(device, second.address));
    await Promise.all(more.map((sender) => sender.acknowledged(3)));
    const since = (await Promise.all(more.map((sender) => sender.stop()))).reduce((sum, each) => sum + each);
    expect([await count('items'), await totalOf(again)]).toEqual([items + since, items + since]);
    const timestamp = await fetch(`${second.address}/repository/metadata/timestamp.json`);
    expect(timestamp.status).toBe(200);
    await again.close();
    expect(await second.end('SIGTERM')).toBe(0);
    rmSync(place, { recursive: true, force: true });
  },
);

it('writes over nothing, and says what is wrong', () => {
  const place = mkdtempSync(join(tmpdir(), 'balie-backup-'));
  const data = join(place, 'data');
  const again = runBalie(['server', 'backup', place, '--data', data]);
  expect([again.status, again.err]).toEqual([1, expect.stringContaining('is there already')]);
  const nobody = 'postgres://balie@127.0.0.1:9/none';
  const gone = runBalie(['server', 'backup', join(place, 'copy'), '--data', data, '--database', nobody]);
  expect([gone.status, gone.err]).toEqual([1, expect.stringContaining('does not answer')]);
  expect(existsSync(join(place, 'copy'))).toBe(false);
  rmSync(place, { recursive: true, force: true });
});
