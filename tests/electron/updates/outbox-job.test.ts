import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnrolment } from '../../../db/ops/enrolment.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { listPeople } from '../../../db/ops/people.ts';
import { writePin } from '../../../db/ops/pins.ts';
import { tellHandovers } from '../../../electron/updates/handovers-job.ts';
import { tellServer } from '../../../electron/updates/outbox-job.ts';
import { enrolDevice } from '../../../updates/outbox/enrol-device.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { A_CODE, aSyncServer } from '../../builders/a-sync-server.ts';

/** A desk at a server, where somebody works who has a PIN. */
async function aDesk() {
  const server = await aSyncServer();
  const dataDir = aDataFolder();
  const ops = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
  const own = { dataDir, server: server.url, code: A_CODE };
  await enrolDevice(ops, { ...own, profile: 'desk', appVersion: '0.1.0' });
  const tell = (serverUrl?: string) =>
    tellServer({
      serverUrl,
      ...{ job: 'outbox', dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined },
      health: { appVersion: '0.1.0', packs: [] },
    });
  const tellOfHandovers = () =>
    tellHandovers({
      ...{ job: 'handovers', dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined },
    });
  server.people = [{ id: 'colleague-1', name: 'Colleague one (fictional)', role: 'staff' }];
  expect(await tell()).toMatchObject({ ok: true });
  writePin(ops, 'colleague-1', '$argon2id$x');
  server.people = [];
  server.asked = [];
  return {
    server,
    ...{ tell, tellOfHandovers },
    people: () => listPeople(ops).map(({ id }) => id),
    failure: () => readEnrolment(ops)?.last_failure,
  };
}

test('one contact tells what waits, and hears who works here and what is new', async () => {
  const { server, tell, people } = await aDesk();
  expect(await tell()).toMatchObject({ ok: true });
  expect(server.asked).toEqual(['batches', 'people', 'handovers', 'publications']);
  expect(people()).toEqual([]);
});

test.each([
  [['batches'], 'unavailable'],
  [['people'], 'unavailable'],
  [['batches', 'handovers'], 'unavailable'],
])('what a server does not take or tell keeps nothing else from being heard: %j', async (down, fault) => {
  const { server, tell, people, failure } = await aDesk();
  server.down = down;
  expect(await tell()).toMatchObject({ ok: false, fault });
  expect(server.asked).toEqual(['batches', 'people', 'handovers', 'publications']);
  expect(people()).toEqual(down.includes('people') ? ['colleague-1'] : []);
  expect(failure()).toMatch(/^unavailable: /);
});

test('of somebody else, and of nobody, nothing more is asked', async () => {
  const { server, tell, people } = await aDesk();
  server.meddle = () => undefined;
  expect(await tell()).toMatchObject({ ok: false, fault: 'unreachable' });
  server.meddle = ({ body }) => ({ body, signature: '' });
  expect(await tell()).toMatchObject({ ok: false, fault: 'not-the-server' });
  expect([server.asked, people()]).toEqual([['batches', 'batches'], ['colleague-1']]);
});

test('over https, of something that does not prove who it is, nothing more is asked', async () => {
  const { server, tell, people } = await aDesk();
  const asked: string[] = [];
  const stranger = createServer((_, response) => response.end('{}'));
  stranger.on('connection', () => asked.push('connection'));
  stranger.listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  expect(await tell(`https://127.0.0.1:${port}/`)).toMatchObject({ ok: false, fault: 'certificate' });
  stranger.close();
  expect([asked, server.asked, people()]).toEqual([['connection'], [], ['colleague-1']]);
});

test('who is revoked has nobody of the list any more, and asks for nothing else', async () => {
  const { server, tell, people } = await aDesk();
  server.refuse = 'revoked';
  expect(await tell()).toMatchObject({ ok: false, fault: 'revoked' });
  expect([server.asked, people()]).toEqual([[], []]);
});

test('told of handovers alone, a server is asked nothing else, and one that has none is no failure', async () => {
  const { server, tellOfHandovers, failure } = await aDesk();
  const before = failure();
  expect(await tellOfHandovers()).toEqual({ ok: true });
  server.down = ['handovers'];
  expect(await tellOfHandovers()).toMatchObject({ ok: false, fault: 'unavailable' });
  expect([server.asked, failure()]).toEqual([['handovers', 'handovers'], before]);
});
