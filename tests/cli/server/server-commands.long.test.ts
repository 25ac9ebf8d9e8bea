import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { addBranchCommand } from '../../../cli/server/branch-command.ts';
import { codeCommand } from '../../../cli/server/code-command.ts';
import {
  approveCommand,
  devicesCommand,
  replaceCommand,
  revokeCommand,
} from '../../../cli/server/devices-command.ts';
import { addLibraryCommand } from '../../../cli/server/library-command.ts';
import {
  addPartnerCommand,
  listPartnersCommand,
  removePartnerCommand,
} from '../../../cli/server/partner-commands.ts';
import {
  addPublisherCommand,
  listPublishersCommand,
  removePublisherCommand,
} from '../../../cli/server/publisher-commands.ts';
import { serveCommand } from '../../../cli/server/serve-command.ts';
import {
  addServerStaffCommand,
  listServerStaffCommand,
  removeServerStaffCommand,
} from '../../../cli/server/staff-commands.ts';
import { MOST_PARTNERS } from '../../../core/contract/sync/handovers.ts';
import { openForReading } from '../../../db/open.ts';
import { readEnrolment } from '../../../db/ops/enrolment.ts';
import { readAudit } from '../../../server/accounts/audit.ts';
import { makeLog } from '../../../server/http/log.ts';
import { addPartner } from '../../../server/organisations/partners.ts';
import { startServer } from '../../../server/start-server.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import { aDevice } from '../../builders/a-device.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { runBalie, runLongCommand } from '../../builders/run-balie.ts';
import { spawnServer } from '../../builders/spawn-server.ts';

const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
const inData = ['--data', data];
const MIGRATIONS = ['--migrations', join(import.meta.dirname, '../../../db/migrations')];
const silent = makeLog({ write: () => undefined });
afterAll(() => rmSync(data, { recursive: true, force: true }));

it('brings a device from a code to its first batch, beside a server that runs', async () => {
  const server = await startServer({ data }, { port: 0 }, silent);
  await runLongCommand(addLibraryCommand, 'delft', '--name', 'Bibliotheek Delft', ...inData);
  await runLongCommand(addBranchCommand, 'hal', '--library', 'delft', '--name', 'Hal', ...inData);
  const code = await runLongCommand(codeCommand, '--library', 'delft', '--branch', 'hal', ...inData);
  const device = aDevice();
  expect((await device.enrol(server.address, code.out)).status).toBe(200);
  await runLongCommand(approveCommand, device.id(), ...inData);
  await device.acknowledged(await device.send(server.address, device.batch([device.item()])));
  const { out } = await runLongCommand(devicesCommand, ...inData);
  expect(out).toMatch(`${device.id()}  delft/hal  kiosk  approved`);
  expect((await runLongCommand(devicesCommand, '--library', 'gouda', ...inData)).out).toBe(
    'There are no devices.',
  );
  const replacement = await runLongCommand(replaceCommand, device.id(), ...inData);
  const young = aDevice();
  await young.enrol(server.address, replacement.out);
  await runLongCommand(approveCommand, young.id(), ...inData);
  expect((await device.send(server.address, device.batch([]))).status).toBe(403);
  await runLongCommand(revokeCommand, young.id(), ...inData);
  expect((await young.send(server.address, young.batch([]))).status).toBe(403);
  await server.stop();
  await expect(revokeCommand([young.id(), ...inData])).rejects.toThrow('can be revoked');
  await expect(codeCommand(['--library', 'delft', '--branch', 'zolder', ...inData])).rejects.toThrow(
    'zolder',
  );
  const store = await openServerStore({ data });
  const { entries } = await readAudit(store.db, 'delft');
  await store.close();
  expect(entries.map(({ what, onWhat, by }) => [what, onWhat, by])).toEqual([
    ['device-revoked', young.id(), null],
    ['device-approved', young.id(), null],
    ['device-revoked', device.id(), null],
    ['device-replaced', device.id(), null],
    ['device-approved', device.id(), null],
    ['enrolment-code-made', 'hal', null],
    ['branch-added', 'hal', null],
    ['library-added', 'delft', null],
  ]);
});

it('lets the kiosk beside it belong to a made-up library, and tells it when the address changed', async () => {
  const [server, kiosk] = [aDataFolder(), aDataFolder()];
  const enrolment = () => {
    const db = openForReading(join(kiosk, 'ops.db'));
    const { mirror: _, ...found } = { mirror: undefined, ...readEnrolment(db) };
    db.close();
    return found;
  };
  const run = async (...more: string[]) => {
    const own = await spawnServer(server, undefined, 0, ['--with-kiosk', kiosk, ...MIGRATIONS, ...more]);
    await vi.waitUntil(() => own.said().includes('The kiosk belongs'), { timeout: 30_000 });
    const found = enrolment();
    expect(await own.end('SIGTERM')).toBe(0);
    return { found, said: own.said(), address: own.address };
  };
  const first = await run();
  expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/); // nobody elsewhere reaches it
  expect(first.said).toContain('belongs to a made-up library');
  expect(first.found).toMatchObject({
    library: 'veldermeer',
    server: `${first.address}/`,
  });
  const second = await run();
  expect(second.said).toContain('The kiosk belongs to this server.');
  expect(second.found).toEqual({ ...first.found, server: `${second.address}/` });
  rmSync(join(server, 'server.key'));
  const other = await run();
  expect(other.said).toContain('belongs to another server, and stays there');
  expect(other.found).toEqual(second.found);
});

it('notes who publishes and to whom the desk hands over, and takes them off the list', async () => {
  const run = async (command: (args: string[]) => Promise<number>, ...args: string[]) =>
    (await runLongCommand(command, ...args, ...inData)).out;
  const ofDelft = ['--library', 'delft'];
  await run(addPublisherCommand, 'landelijk', '--name', 'For all', '--pack', 'basis');
  await run(addPublisherCommand, 'delft', '--name', 'Delft', '--pack', 'a', '--pack', 'b', ...ofDelft);
  expect(await run(listPublishersCommand)).toBe('landelijk  for all  basis  For all');
  expect(await run(listPublishersCommand, ...ofDelft)).toBe(
    'delft  delft  a,b  Delft\nlandelijk  for all  basis  For all',
  );
  await run(removePublisherCommand, 'landelijk');
  await run(removePublisherCommand, 'delft', ...ofDelft);
  expect(await run(listPublishersCommand, ...ofDelft)).toBe('There are no publishers.');
  const team = ['wijkteam', '--name', 'Social team (fictional)', '--kind', 'social-work'];
  await run(addPartnerCommand, ...team, '--email', 'balie@wijkteam.example', ...ofDelft);
  expect(await run(listPartnersCommand, ...ofDelft)).toBe(
    'wijkteam  social-work  Social team (fictional)  balie@wijkteam.example  no key  agreement none',
  );
  await run(removePartnerCommand, 'wijkteam', ...ofDelft);
  expect(await run(listPartnersCommand, ...ofDelft)).toBe('There are no partners.');
  const { db, close } = await openServerStore({ data });
  const [{ entries }, ofNone] = [await readAudit(db, 'delft'), await readAudit(db, undefined)];
  await close();
  expect(entries.slice(0, 4)).toMatchObject([
    { what: 'partner-removed', onWhat: 'wijkteam', by: null },
    { what: 'partner-added', onWhat: 'wijkteam', by: null },
    { what: 'publisher-removed', onWhat: 'delft', by: null },
    { what: 'publisher-added', onWhat: 'delft', by: null },
  ]);
  expect(ofNone.entries.map(({ what, onWhat }) => [what, onWhat])).toEqual([
    ['publisher-removed', 'landelijk'],
    ['publisher-added', 'landelijk'],
  ]);
});

it.each([
  [addLibraryCommand, ['Delft!', '--name', 'x'], 'is no id of a library'],
  [addLibraryCommand, ['delft', '--name', 'x'], 'already'],
  [addLibraryCommand, ['leiden', '--name', ''], '--name NAME is missing'],
  [addBranchCommand, ['hal', '--library', 'gouda', '--name', 'x'], 'balie server library add'],
  [codeCommand, ['--library', 'delft', '--branch', 'zolder'], 'balie server branch add'],
  [approveCommand, ['nobody'], 'balie server devices'],
  [replaceCommand, ['nobody'], 'balie server devices'],
  [addPublisherCommand, ['Delft!', '--name', 'x', '--pack', 'a'], 'id: use lower-case letters'],
  [addPublisherCommand, ['delft', '--name', 'x'], 'packs:'],
  [
    addPublisherCommand,
    ['gouda', '--name', 'x', '--pack', 'a', '--library', 'gouda'],
    'balie server library add',
  ],
  [removePublisherCommand, ['nobody'], 'no publisher "nobody"'],
  [addPartnerCommand, ['team', '--library', 'delft', '--name', 'x', '--kind', 'y'], 'kind:'],
  [
    addPartnerCommand,
    ['team', '--library', 'gouda', '--name', 'x', '--kind', 'other'],
    'balie server library add',
  ],
  [addPartnerCommand, ['team', '--name', 'x', '--kind', 'other'], '--library ID is missing'],
  [removePartnerCommand, ['nobody', '--library', 'delft'], 'balie server partner list'],
  [serveCommand, ['--port', '70000'], 'is no port'],
  [serveCommand, ['--database', 'mysql://x'], 'postgres://'],
  [serveCommand, ['--database', 'postgres://x:secret@localhost:1/x'], 'does not answer (ECONNREFUSED)'],
])('says what is wrong and what to do: %o %j', async (command, args, words) => {
  const failed = command([...args, ...inData]);
  await expect(failed).rejects.toThrow(words);
  await expect(failed).rejects.not.toThrow('secret');
});

it('adds no more partners than the devices of a library are told of', async () => {
  await runLongCommand(addLibraryCommand, 'rotterdam', '--name', 'Rotterdam', ...inData);
  const store = await openServerStore({ data });
  for (let at = 1; at < MOST_PARTNERS; at++)
    await addPartner(store, 'rotterdam', { id: `p-${at}`, name: 'P', kind: 'other' });
  const mine = ['--name', 'P', '--kind', 'other', '--library', 'rotterdam', ...inData];
  const add = (id: string) => runLongCommand(addPartnerCommand, id, ...mine);
  expect((await add('last')).out).toBe('"last" is a partner of "rotterdam".');
  await expect(add('one-more')).rejects.toThrow('A library has 100 partners at most.');
  const told = await readAudit(store.db, 'rotterdam');
  await store.db.deleteFrom('partners').execute();
  // One that is there already is another fault, and written down no second time.
  await add('last');
  await expect(add('last')).rejects.toThrow('has a partner "last" already');
  await store.db.deleteFrom('partners').execute();
  await store.close();
  expect(told.entries[0]).toMatchObject({ what: 'partner-added', onWhat: 'last', by: null });
});

it('says who works at the devices of a library, gives no id twice, and writes down what was done', async () => {
  const mine = ['--library', 'delft', ...inData];
  const named = ['--name', 'Colleague one (fictional)', ...mine];
  const run = async (...given: Parameters<typeof runLongCommand>) => (await runLongCommand(...given)).out;
  expect(await run(listServerStaffCommand, ...mine)).toBe('Nobody works there.');
  await run(addServerStaffCommand, 'balie-1', ...named);
  await expect(run(addServerStaffCommand, 'balie-1', ...named)).rejects.toThrow('works at "delft" already');
  expect(await run(listServerStaffCommand, ...mine)).toBe('balie-1  staff  Colleague one (fictional)');
  await run(removeServerStaffCommand, 'balie-1', ...mine);
  await expect(run(removeServerStaffCommand, 'balie-1', ...mine)).rejects.toThrow('balie server staff list');
  await expect(run(addServerStaffCommand, 'balie-1', ...named)).rejects.toThrow('who left');
  const { db, close } = await openServerStore({ data });
  const { entries } = await readAudit(db, 'delft');
  await close();
  expect(entries.slice(0, 2)).toMatchObject([
    { what: 'person-removed', onWhat: 'balie-1', by: null },
    { what: 'person-added', onWhat: 'balie-1', by: null },
  ]);
  expect(JSON.stringify(entries)).not.toContain('Colleague');
});

it('is found by name, of one word or three', () => {
  expect(runBalie(['serve']).err).toContain('Usage: balie serve --data DIR');
  expect(runBalie(['server', 'library', 'add']).err).toContain('Usage: balie server library add ID');
});
