// What happens to a kiosk while it sends: killed, cut off, or with a full disk. The real sender against the real server.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { WriteDb } from '../../db/open.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { putInOutbox } from '../../db/ops/put-in-outbox.ts';
import { approveDevice, listDevices, revokeDevice } from '../../server/organisations/devices.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { aCuttingProxy, type Point } from '../builders/cutting-proxy.ts';
import { aLoopDisk } from '../builders/loop-disk.ts';

const SENDER = join(import.meta.dirname, '../builders/send-from-source.ts');
const HEALTH = { appVersion: '0.1.0', packs: [], freeBytes: null };

let server: OwnServer;
beforeEach(async () => {
  server = await startOwnServer();
});
afterEach(() => server.remove());

async function aKiosk(dataDir = aDataFolder()) {
  const proxy = await aCuttingProxy(server.addresses[0]);
  const file = join(dataDir, 'ops.db');
  const db = aStore('ops', file);
  const { device } = await enrolDevice(db, {
    ...{ dataDir, server: proxy.address, code: await server.code() },
    ...{ profile: 'kiosk', appVersion: '0.1.0' },
  });
  await approveDevice(server.store, device);
  return { proxy, db, dataDir, file };
}

function happen(db: WriteDb, times: number): void {
  db.transaction(() => {
    for (let done = 0; done < times; done++)
      putInOutbox(db, new Date(), { type: 'read-aloud', body: { language: 'nl' } });
  })();
}

it('enrols with the same code after the answer was lost, and is one device', async () => {
  const proxy = await aCuttingProxy(server.addresses[0]);
  const dataDir = aDataFolder();
  const db = aStore('ops', join(dataDir, 'ops.db'));
  const code = await server.code();
  const enrol = () =>
    enrolDevice(db, { dataDir, server: proxy.address, code, profile: 'kiosk', appVersion: '0.1.0' });
  for (const left of [0, 20]) {
    proxy.at = async (point) => (point === 'answer' ? left : undefined);
    await expect(enrol()).rejects.toMatchObject({ fault: 'unreachable' });
    expect(readEnrolment(db)).toBeUndefined();
  }
  proxy.at = async () => undefined;
  const { device } = await enrol();
  await approveDevice(server.store, device);
  expect((await listDevices(server.store, 'delft')).map(({ id }) => id)).toEqual([device]);
  happen(db, 1);
  expect(await sendOutbox(db, dataDir, HEALTH, () => new Date())).toMatchObject({ ok: true, sent: 1 });
});

it('stays what it was when somebody revoked what asked, before it heard that it was taken', async () => {
  const { proxy, db, dataDir } = await aKiosk();
  happen(db, 3);
  const before = readEnrolment(db);
  const code = await server.code();
  const enrol = () =>
    enrolDevice(db, { dataDir, server: proxy.address, code, profile: 'kiosk', appVersion: '0.1.0' });
  proxy.at = async (point) => (point === 'answer' ? 0 : undefined);
  await expect(enrol()).rejects.toMatchObject({ fault: 'unreachable' });
  for (const { id, state } of await listDevices(server.store, 'delft'))
    if (state === 'waiting') await revokeDevice(server.store, id);
  proxy.at = async () => undefined;
  await expect(enrol()).rejects.toMatchObject({ fault: 'unknown-code' });
  expect([readEnrolment(db), countOutbox(db)]).toEqual([before, 3]);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('device.key'))).toEqual(['device.key']);
});

it('counts exactly when the sender is killed before, between and after request and answer', async () => {
  const { proxy, db, dataDir } = await aKiosk();
  let happened = 0;
  const run = () => {
    const child = spawn(process.execPath, [SENDER, dataDir], { stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { ended, kill: () => child.kill('SIGKILL') };
  };
  const points: readonly (readonly [Point, number | undefined])[] = [
    ['request', 0], // nothing arrived
    ['answer', 0], // all arrived, and no word came back
    ['answer', undefined], // the answer is in the hands of the one that dies
  ];
  for (const [point, left] of [...points, ...points]) {
    happen(db, 250);
    happened += 250;
    const sender = run();
    proxy.at = async (reached) => {
      if (reached !== point) return undefined;
      sender.kill();
      if (left === 0) await sender.ended;
      return left;
    };
    expect(await sender.ended).toBe(null);
    proxy.at = async () => undefined;
  }
  expect(countOutbox(db)).toBeGreaterThan(0);
  expect(await run().ended).toBe(0);
  expect([countOutbox(db), await server.total()]).toEqual([0, happened]);
});

it('counts exactly when connections are cut anywhere between the request and the end of the answer', async () => {
  const { proxy, db, dataDir } = await aKiosk();
  const send = () => sendOutbox(db, dataDir, HEALTH, () => new Date());
  let happened = 0;
  for (const [point, left] of [
    ...([0, 1, 200, 1_000] as const).map((bytes) => ['request', bytes] as const),
    ...([0, 1, 15, 200, 600, 4_000] as const).map((bytes) => ['answer', bytes] as const),
  ] as const) {
    happen(db, 210);
    happened += 210;
    let cuts = 0;
    proxy.at = async (reached) => (reached === point && cuts++ === 0 ? left : undefined);
    expect(await send(), `${point} ${left}`).toMatchObject({ ok: false, sent: 0 });
    const kept = readEnrolment(db)?.batch;
    expect(kept).not.toBeNull();
    expect(await send()).toMatchObject({ ok: true, sent: 210 });
    expect([countOutbox(db), await server.total()]).toEqual([0, happened]);
  }
  expect(proxy.seen.answer).toBeGreaterThan(20);
});

it('counts exactly when the disk is full at the moment at which the acknowledgement comes', async () => {
  const disk = aLoopDisk(16);
  const { proxy, db: first, dataDir, file } = await aKiosk(disk.folder);
  happen(first, 450);
  first.close(); // its log is gone with it, so that the acknowledgement needs room
  const db = aStore('ops', file);
  onTestFinished(() => void db.close());
  const filler = join(disk.folder, 'filler');
  proxy.at = async (point) => {
    if (point === 'answer') fill(filler);
    return undefined;
  };
  const send = () => sendOutbox(db, dataDir, HEALTH, () => new Date());
  await expect(send()).rejects.toThrow(/full/);
  expect([countOutbox(db), await server.total()]).toEqual([450, 200]);
  expect(readEnrolment(db)?.batch).not.toBeNull();
  proxy.at = async () => undefined;
  rmSync(filler);
  expect(await send()).toMatchObject({ ok: true, sent: 450 });
  expect([countOutbox(db), await server.total()]).toEqual([0, 450]);
  db.close();
});

/** Takes all the room that a disk has left. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 512; )
      try {
        if (writeSync(descriptor, Buffer.alloc(size)) < size) size /= 2;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size /= 2;
      }
  } finally {
    closeSync(descriptor);
  }
}
