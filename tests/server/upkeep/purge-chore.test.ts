import { sql } from 'kysely';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { purgeChore } from '../../../server/upkeep/purge-chore.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';

const days = (number: number) => new Date(Date.now() + number * 86_400_000);
let server: OwnServer;
let devices: string[];

/** Three devices, by id, each with two items, and a line of the audit trail that is old too. */
beforeEach(async () => {
  server = await startOwnServer();
  onTestFinished(() => server.remove());
  devices = [];
  for (let each = 0; each < 3; each++) {
    const device = await server.approved();
    const items = [device.item(), device.item()];
    await device.acknowledged(await device.send(server.addresses[0], device.batch(items)));
    devices.push(device.id());
  }
  devices.sort();
  const line = {
    id: 'old',
    library: 'delft',
    account: null,
    account_name: null,
    what: 'looked',
    on_what: '',
  };
  await server.store.db
    .insertInto('audit')
    .values({ ...line, at: days(-800).toISOString() })
    .execute();
});

const purge = (goesOn: () => boolean = () => true) => purgeChore(server.store).run(days(31), goesOn);
const left = async () => {
  const { db } = server.store;
  const items = await db.selectFrom('items').select('device').execute();
  const lines = await db.selectFrom('audit').select('id').where('id', '=', 'old').execute();
  const number = (device: string) => items.filter((item) => item.device === device).length;
  return [...devices.map(number), lines.length];
};
/** While it is there, nothing goes of a table where this is so. */
const refuse = async (table: string, when: string) =>
  sql
    .raw(
      `CREATE TRIGGER refused_${table} BEFORE DELETE ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )
    .execute(server.store.db);

it('purges the other devices and all else when it fails at one, says so, and is tried again in an hour', async () => {
  await refuse('items', `OLD.device = '${devices[0]}'`);
  const [digits] = String(devices[0]).split('-');
  const message = `Not all that is old went of 1 device, the first of which is ${digits?.slice(0, 4)}`;
  await expect(purge()).rejects.toThrow(message);
  expect(await left()).toEqual([2, 0, 0, 0]);
  const { again, every } = purgeChore(server.store);
  expect([again, every]).toEqual([3_600_000, 86_400_000]);
  await sql.raw('DROP TRIGGER refused_items').execute(server.store.db);
  expect(await purge()).toMatchObject({ items: 2 });
  expect(await left()).toEqual([0, 0, 0, 0]);
});

it('purges the devices when another part fails', async () => {
  await refuse('audit', "OLD.id = 'old'");
  await expect(purge()).rejects.toThrow(/^no$/);
  expect(await left()).toEqual([0, 0, 0, 1]);
});

it('ends between two portions and two parts when the server is to stop', async () => {
  const row = (index: number) => ({
    ...{ device: String(devices[1]), library: 'delft', branch: 'hal', seq: 1, hour: '2020-01-01T00:00:00Z' },
    ...{ id: `old-${index}`, type: 'read-aloud', body: '{}', received_at: '2020-01-01T00:00:00.000Z' },
  });
  for (let from = 0; from < 2_500; from += 500)
    await server.store.db
      .insertInto('items')
      .values(Array.from({ length: 500 }, (_, index) => row(from + index)))
      .execute();
  // Until the first portion of the second device is done.
  let asked = 0;
  const goesOn = () => ++asked <= 5;
  expect(await purge(goesOn)).toMatchObject({ items: 2_002, audited: undefined });
  expect(await left()).toEqual([0, 502, 2, 1]);
  await purge();
  expect(await left()).toEqual([0, 0, 0, 0]);
});
