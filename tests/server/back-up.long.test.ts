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
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SERVER_COMMANDS } from '../../cli/server/server-commands.ts';
import { findByName } from '../../server/accounts/find-account.ts';
import { addAccount } from '../../server/accounts/invitations.ts';
import { approveDevice, findDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { addStaff, listStaff } from '../../server/organisations/staff.ts';
import { libraryListsFile } from '../../server/reports/library-names.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { aDevice } from '../builders/a-device.ts';
import { aRepository } from '../builders/a-repository.ts';
import { totalOf } from '../builders/a-server.ts';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { runBalie } from '../builders/run-balie.ts';
import { ITEMS, sendWithoutEnd } from '../builders/send-without-end.ts';
import { spawnServer } from '../builders/spawn-server.ts';

const BALIE = join(import.meta.dirname, '../../cli/balie.ts');

let postgres: OwnPostgres;
beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(() => postgres.remove());

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/server/running.md'), 'utf8');

/** Does what the guide says to take away again where a server comes back from a copy; how many commands that were. */
async function takeAwayAgain(where: readonly string[], names: Readonly<Record<string, string>>) {
  const lines = GUIDE.matchAll(/^balie (server (?:revoke|account end|staff remove)) ([^#\n]*?) --data \S+/gm);
  let done = 0;
  for (const [, command = '', words = ''] of lines) {
    const args = words.split(' ').map((word) => names[word] ?? word);
    done += 1;
    expect(await SERVER_COMMANDS[command]?.run([...args, ...where]), command).toBe(0);
  }
  return done;
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
    const codes = [1, 2, 3].map(async () => makeEnrolmentCode(store, 'delft', 'hal', new Date()));
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
    await store.close();

    const senders = devices.map((device) => sendWithoutEnd(device, server.address));
    await Promise.all(senders.map((sender) => sender.acknowledged(10)));
    const where = ['--data', data, ...(database === undefined ? [] : ['--database', database])];
    await promisify(execFile)(process.execPath, [BALIE, 'server', 'backup', copy, ...where]);
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
    expect(await takeAwayAgain(there, names)).toBe(3);
    expect([await findByName(again.db, 'delft', 'Kim'), await listStaff(again, 'delft')]).toEqual([
      undefined,
      [],
    ]);

    // The same devices, at a server that started from the copy: they trust its key, and it knows them.
    await server.end('SIGTERM');
    const second = await spawnServer(fresh, restored);
    expect((await stolen.send(second.address, stolen.batch([stolen.item()]))).status).toBe(403);
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
