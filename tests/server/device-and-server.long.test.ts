// The real device's side against the real server: what a kiosk counts arrives once, whatever happens on the way.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { putInOutbox } from '../../db/ops/put-in-outbox.ts';
import { approveDevice, findDevice, revokeDevice } from '../../server/organisations/devices.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';

let server: OwnServer;
beforeEach(async () => {
  server = await startOwnServer();
});
afterEach(() => server.remove());

const HEALTH = {
  appVersion: '0.1.0',
  packs: [{ library: 'delft', pack: 'zelfredzaam', channel: 'stable' as const, version: 7 }],
  freeBytes: 5_000_000,
};

async function aKiosk() {
  const [db, dataDir] = [aStore('ops'), aDataFolder()];
  const { device } = await enrolDevice(db, {
    ...{ dataDir, server: server.addresses[0], code: await server.code() },
    ...{ profile: 'kiosk', appVersion: '0.1.0' },
  });
  const happen = (times: number) => {
    for (let done = 0; done < times; done++)
      putInOutbox(db, new Date(), { type: 'read-aloud', body: { language: 'nl' } });
  };
  return { db, device, happen, send: () => sendOutbox(db, dataDir, HEALTH, () => new Date()) };
}

it('keeps what happened until somebody approves the device, and then tells it', async () => {
  const { db, device, happen, send } = await aKiosk();
  happen(450);
  expect(await send()).toMatchObject({ ok: false, message: expect.stringContaining('refuses') });
  expect([countOutbox(db), await server.total()]).toEqual([450, 0]);
  await approveDevice(server.store, device);
  expect(await send()).toEqual({ ok: true, sent: 450 });
  expect([countOutbox(db), await server.total(), readEnrolment(db)?.state]).toEqual([0, 450, 'approved']);
  expect(await findDevice(server.store, device)).toMatchObject({
    library: 'delft',
    free_bytes: HEALTH.freeBytes,
    packs: JSON.stringify(HEALTH.packs),
    backlog: 0,
  });
});

it('tells of itself though nothing happened, and is not heard once it is revoked', async () => {
  const { db, device, happen, send } = await aKiosk();
  await approveDevice(server.store, device);
  expect(await send()).toEqual({ ok: true, sent: 0 });
  expect((await findDevice(server.store, device))?.last_contact).not.toBeNull();
  await revokeDevice(server.store, device);
  expect(await send()).toMatchObject({ ok: false });
  happen(1);
  expect([readEnrolment(db)?.state, countOutbox(db), await server.total()]).toEqual(['revoked', 0, 0]);
});
