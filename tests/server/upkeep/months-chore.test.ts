import { expect, it, onTestFinished } from 'vitest';
import { revokeDevice } from '../../../server/organisations/devices.ts';
import { listPublished } from '../../../server/reports/read-publications.ts';
import type { ServerStore } from '../../../server/store/open-server-store.ts';
import { monthsChore } from '../../../server/upkeep/months-chore.ts';
import { startOwnServer } from '../../builders/a-server.ts';

const STARTED = new Date('2026-12-09T08:00:00.000Z');
const after = (hours: number) => new Date(STARTED.getTime() + hours * 3_600_000);

/** A server whose library has a month to close, with two devices, of which it is said when they were heard last. */
async function aServerWithTwo() {
  const server = await startOwnServer();
  onTestFinished(() => server.remove());
  const devices = [await server.approved('delft'), await server.approved('delft')];
  const at = '2026-11-05T10:00:00Z';
  for (const device of devices) {
    const items = Array.from({ length: 12 }, () => device.item({ at }));
    await device.acknowledged(await device.send(server.addresses[0], device.batch(items)));
  }
  const heard = async (...hours: number[]) => {
    for (const [index, each] of hours.entries())
      await server.store.db
        .updateTable('devices')
        .set({ last_contact: after(each).toISOString() })
        .where('id', '=', devices[index]?.id() ?? '')
        .execute();
  };
  const chore = monthsChore(server.store, STARTED);
  const published = async (hours: number) => {
    await chore.run(after(hours), () => true);
    return await listPublished(server.store, 'delft');
  };
  const ids = devices.map((device) => device.id());
  return { server, heard, published, ids };
}

it('looks a few minutes after a start, so that a server which is put out every night comes to it', () => {
  const chore = monthsChore({} as ServerStore, STARTED);
  expect([chore.first, chore.every].map((ms) => ms / 60_000)).toEqual([5, 60]);
});

it('tells of no month before every device that is in use was heard since the start, for four days at most', async () => {
  const { heard, published } = await aServerWithTwo();
  await heard(-3, -20);
  expect(await published(0.1)).toEqual([]);
  await heard(1, -20);
  expect(await published(8)).toEqual([]);
  expect(await published(95)).toEqual([]);
  expect(await published(96)).toEqual(['2026-11']);
});

it('tells as soon as the last of them was heard', async () => {
  const { heard, published } = await aServerWithTwo();
  await heard(1, -20);
  expect(await published(2)).toEqual([]);
  await heard(1, 2);
  expect(await published(2)).toEqual(['2026-11']);
});

it('waits for none that was silent for a week when others were heard', async () => {
  const { heard, published } = await aServerWithTwo();
  await heard(1, 1 - 7 * 24 - 1);
  expect(await published(2)).toEqual(['2026-11']);
});

it('waits for none that was revoked', async () => {
  const { server, heard, published, ids } = await aServerWithTwo();
  await heard(1, -20);
  await revokeDevice(server.store, ids[1] ?? '');
  expect(await published(2)).toEqual(['2026-11']);
});

it('waits in a copy that is weeks old, and in one of which nobody was heard for a month for nobody', async () => {
  const { heard, published } = await aServerWithTwo();
  await heard(-20 * 24, -21 * 24);
  expect(await published(2)).toEqual([]);
  await heard(-31 * 24, -32 * 24);
  expect(await published(2)).toEqual(['2026-11']);
});

it('begins no other month once the server is to stop, and goes on with them at its next start', async () => {
  const { server, heard } = await aServerWithTwo();
  await heard(1, 1);
  const device = await server.approved('gouda');
  const items = Array.from({ length: 12 }, () => device.item({ at: '2026-10-05T10:00:00Z' }));
  await device.acknowledged(await device.send(server.addresses[0], device.batch(items)));
  await server.store.db
    .updateTable('devices')
    .set({ last_contact: after(1).toISOString() })
    .execute();
  const chore = monthsChore(server.store, STARTED);
  let asked = 0;
  expect(await chore.run(after(2), () => asked++ === 0)).toMatchObject({ months: 1 });
  expect(await listPublished(server.store, 'gouda')).toEqual([]);
  expect(await chore.run(after(2), () => true)).toMatchObject({ months: 1 });
  expect(await listPublished(server.store, 'gouda')).toEqual(['2026-10']);
});

it('deletes single questions that are old while the months wait, also of a month that another store told of', async () => {
  const { server, heard, ids } = await aServerWithTwo();
  await heard(-3, -20);
  const { db } = server.store;
  const [device = ''] = ids;
  await db.updateTable('devices').set({ purged_hour: '2026-11' }).where('id', '=', device).execute();
  const [published, told] = ['2026-09', '2026-10'];
  await db
    .insertInto('publications')
    .values({ library: 'delft', month: published, made_at: STARTED.toISOString(), told: '{}' })
    .execute();
  await db.insertInto('told_before').values({ library: 'delft', month: told }).execute();
  for (const month of [published, told])
    await db
      .insertInto('questions')
      .values({
        ...{ id: month, device, library: 'delft', branch: 'hal', month, revision: 1, body: null },
        ...{ logged: `${month}-05T10`, received_at: '2026-11-05T10:00:00.000Z' },
      })
      .execute();
  const done = await monthsChore(server.store, STARTED).run(after(0.1), () => true);
  expect(done).toEqual({ months: 0, questions: 2 });
});
