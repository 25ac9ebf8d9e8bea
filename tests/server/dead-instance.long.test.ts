// An instance whose computer lost its power in the middle of a group: its transaction stays open at the database, and holds its devices.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { withServerStore } from '../../cli/server/with-server-store.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { tellAlerts } from '../../server/alerts/tell-alerts.ts';
import { closeMonths } from '../../server/reports/close-months.ts';
import { migrateServer } from '../../server/store/migrate.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { purge } from '../../server/sync/purge.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { anAlertRoom } from './alerts/an-alert-room.ts';

let postgres: OwnPostgres;
let database: string;
let server: OwnServer;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  database = postgres.makeDatabase('dead');
  server = await startOwnServer(database);
});
afterAll(async () => {
  await server.remove();
  await postgres.remove();
});

/** Groups that run at the same time: so many held devices are enough to keep all of them waiting. */
const AT_ONCE = 4;

/** An instance that holds something and is never heard again; what it says to the database it would never hear. */
async function deadInstance(hold: (trx: OwnServer['store']['db']) => Promise<unknown>, idleMs?: number) {
  const { data } = server;
  const dead = await openServerStore({ data, database }, idleMs === undefined ? {} : { idleMs });
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let held = () => {};
  const isHeld = new Promise<void>((resolve) => {
    held = resolve;
  });
  const transaction = dead.db
    .transaction()
    .execute(async (trx) => {
      await hold(trx);
      held();
      await ended;
    })
    .catch(() => undefined);
  await isHeld;
  onTestFinished(async () => {
    end();
    await transaction;
    await dead.close();
  });
  return { end };
}

const holdDevices = (ids: readonly string[]) => (trx: OwnServer['store']['db']) =>
  trx.selectFrom('devices').select('id').where('id', 'in', ids).forNoKeyUpdate().execute();

/** How many connections wait for something that another one holds, for so long or longer. */
async function waiting(forMs = 0): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    SELECT count(DISTINCT pid) AS number FROM pg_locks
    WHERE NOT granted AND extract(epoch FROM clock_timestamp() - waitstart) * 1000 >= ${sql.lit(forMs)}
  `.execute(server.store.db);
  return Number(rows[0]?.number);
}

/** The timeouts of the connections of a store, in milliseconds. */
async function timeouts({ db }: OwnServer['store']): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; setting: string }>`
    SELECT name, setting FROM pg_settings WHERE name IN ('idle_in_transaction_session_timeout', 'lock_timeout')
  `.execute(db);
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

it('lets no device wait for those that a dead instance holds', async () => {
  const held = await Promise.all(Array.from({ length: AT_ONCE }, () => server.approved()));
  const other = await server.approved();
  const [address] = server.addresses;
  const before = await server.total();
  const { end } = await deadInstance(holdDevices(held.map(({ id }) => id())));
  const batches = held.map((device) => device.batch([device.item(), device.item({ type: 'unheard-of' })]));
  const answers: Promise<Response>[] = [];
  let answered = 0;
  for (const [index, device] of held.entries()) {
    const sent = device.send(address, batches[index]);
    answers.push(
      sent.finally(() => {
        answered += 1;
      }),
    );
    // Each in a group of its own.
    await expect.poll(async () => answered + (await waiting())).toBe(index + 1);
  }
  const answer = await other.acknowledged(await other.send(address, other.batch([other.item()])));
  expect(answer.items.map(({ result }) => result)).toEqual(['stored']);

  // Those that are held hear that they may send it again, and nothing of theirs was taken or set aside.
  for (const refused of await Promise.all(answers)) {
    expect(refused.status).toBe(503);
    expect(Refusal.parse(await refused.json()).why).toBe('unavailable');
  }
  expect(await server.total()).toBe(before + 1);
  expect(await server.store.db.selectFrom('quarantine').selectAll().execute()).toEqual([]);
  end();
  for (const [index, device] of held.entries()) {
    await expect.poll(async () => (await device.send(address, batches[index])).status).toBe(200);
  }
  expect(await server.total()).toBe(before + 1 + AT_ONCE);
});

it('takes the held devices from the dead instance, and never waits for hours', async () => {
  const device = await server.approved();
  expect(await timeouts(server.store)).toEqual({
    idle_in_transaction_session_timeout: '30000',
    lock_timeout: '1000',
  });
  // A command waits: somebody sees that it does.
  const command = { positions: [], options: { data: server.data, database }, lists: {} };
  expect(await withServerStore(command, timeouts)).toMatchObject({ lock_timeout: '0' });
  await deadInstance(holdDevices([device.id()]), 500);
  const batch = device.batch([device.item()]);
  // At once where it comes free before the server gives up, else when it is sent again.
  await expect
    .poll(async () => (await device.send(server.addresses[0], batch)).status, { timeout: 20_000 })
    .toBe(200);
});

it('waits longer than that for what may not fail: a migration elsewhere, a purge, a month, and what was told', async () => {
  const hurried = await openServerStore({ data: server.data, database }, { lockMs: 50 });
  onTestFinished(() => hurried.close());
  const device = await server.approved();
  await device.send(server.addresses[0], device.batch([device.item({ at: '2026-05-04T14:00:00Z' })]));
  const { later: after, update, collector } = anAlertRoom(() => server);
  const later = after(400 * 86_400_000);
  const { told, tellers } = collector();
  await update(later);
  await server.store.db.deleteFrom('alert_messages').where('way', '=', 'mail').execute();
  const hold = async (trx: OwnServer['store']['db']) => {
    await sql`SELECT pg_advisory_xact_lock(7226154)`.execute(trx);
    await holdDevices([device.id()])(trx);
    await trx.updateTable('libraries').set({ name: 'delft' }).where('id', '=', 'delft').execute();
    await trx.selectFrom('alerts').select('id').forNoKeyUpdate().execute();
  };
  const { end } = await deadInstance(hold);
  // The guard of this test: with this patience, nobody else waits for as long.
  await expect(holdDevices([device.id()])(hurried.db)).rejects.toMatchObject({ code: '55P03' });
  const done = Promise.all([
    migrateServer(hurried.db, 'postgres'),
    purge(hurried, later),
    closeMonths(hurried, later, async () => '{}'),
    tellAlerts(hurried, tellers, () => later),
  ]);
  done.catch(() => undefined);
  await expect.poll(() => waiting(500)).toBe(4); // ten times its patience
  end();
  const [, purged, months, telling] = await done;
  expect(purged.items).toBeGreaterThan(0);
  expect(months.months).toBeGreaterThan(0);
  expect([telling.failed, told.length]).toEqual([0, telling.told]);
});
