// What a server acknowledged is there, and once, whatever happens to it while devices send.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approveDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { aDevice } from '../builders/a-device.ts';
import { totalOf } from '../builders/a-server.ts';
import { bundleServer } from '../builders/bundle-server.ts';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { sendWithoutEnd } from '../builders/send-without-end.ts';
import { type SpawnedServer, spawnServer } from '../builders/spawn-server.ts';

/** A few each time; `BALIE_KILLS=100 npm test -- long tests/server/nothing-lost.long.test.ts` before a version goes out. */
const KILLS = Number(process.env['BALIE_KILLS'] ?? 3);
/** Batches that are acknowledged between one fault and the next. */
const BETWEEN = 6;

let postgres: OwnPostgres;
let bundled: Awaited<ReturnType<typeof bundleServer>>;
let data: string;
beforeAll(async () => {
  [postgres, bundled] = await Promise.all([startOwnPostgres(), bundleServer()]);
});
afterAll(async () => {
  bundled.remove();
  await postgres.remove();
});

const spawn = (database: string | undefined, port = 0) =>
  spawnServer(data, database, port, [], bundled.program);

it.each(['sqlite', 'postgres'] as const)(
  'counts exactly when the server is killed while it takes in: %s',
  async (kind) => {
    const database = kind === 'sqlite' ? undefined : postgres.makeDatabase('killed');
    const { device, server } = await begin(database);
    let now: SpawnedServer = server;
    const port = Number(new URL(server.address).port);
    const sender = sendWithoutEnd(device, server.address);
    for (let kill = 1; kill <= KILLS; kill++) {
      await sender.acknowledged(kill * BETWEEN);
      await now.end('SIGKILL');
      now = await spawn(database, port);
    }
    await expectExact(await sender.stop(), database);
    expect(await now.end('SIGTERM')).toBe(0);
    rmSync(data, { recursive: true, force: true });
  },
  60_000 + KILLS * 10_000,
);

it('counts exactly when PostgreSQL is restarted while two servers take in', async () => {
  const database = postgres.makeDatabase('restarted');
  const { device, server } = await begin(database);
  const second = await spawn(database);
  const senders = [sendWithoutEnd(device, server.address), sendWithoutEnd(device, second.address)];
  for (let restart = 1; restart <= 2; restart++) {
    await Promise.all(senders.map((sender) => sender.acknowledged(restart * BETWEEN)));
    await postgres.kill();
    expect((await fetch(`${server.address}/ready`)).status).toBe(503);
    expect((await fetch(`${server.address}/health`)).status).toBe(200);
    await postgres.start();
  }
  const sent = (await Promise.all(senders.map((sender) => sender.stop()))).reduce(
    (sum, each) => sum + each,
    0,
  );
  await expectExact(sent, database);
  expect(await Promise.all([server.end('SIGTERM'), second.end('SIGINT')])).toEqual([0, 0]);
  rmSync(data, { recursive: true, force: true });
});

async function begin(database: string | undefined) {
  data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  const store = await openServerStore({ data, database });
  await addLibrary(store, 'delft', 'Delft', new Date());
  await addBranch(store, 'delft', 'hal', 'Hal');
  const code = (await makeEnrolmentCode(store, 'delft', 'hal', new Date()))?.code ?? '';
  const server = await spawn(database);
  const device = aDevice();
  await device.enrol(server.address, code);
  await approveDevice(store, device.id());
  await store.close();
  return { device, server };
}

async function expectExact(sent: number, database: string | undefined): Promise<void> {
  const store = await openServerStore({ data, database });
  const rows = await store.db.selectFrom('items').select('id').execute();
  expect([rows.length, await totalOf(store)]).toEqual([sent, sent]);
  expect(await store.db.selectFrom('quarantine').select('id').execute()).toEqual([]);
  await store.close();
}
