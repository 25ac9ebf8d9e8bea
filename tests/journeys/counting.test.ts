// What a kiosk counts of a visit for its library's server: by the hour, and nothing of who it was.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openForWriting } from '../../db/open.ts';
import { noteStart, writeEnrolment } from '../../db/ops/enrolment.ts';
import { oldestInOutbox } from '../../db/ops/outbox.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { deviceKeyOf, makeDeviceKey } from '../../trust/jws/device-key.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { launchKiosk } from './launch-kiosk.ts';
import { answer, begin, starting, touch } from './walk-through.ts';

const HOUR = /^\d{4}-\d{2}-\d{2}T\d{2}:00:00Z$/;

/** A data folder with the shipped content; of a kiosk that belongs to a server, or to none. */
function aKiosk(isEnrolled: boolean): string {
  const dataDir = aDataFolder();
  copyFileSync(join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db'), join(dataDir, 'content.db'));
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  if (isEnrolled)
    writeEnrolment(ops, {
      server: 'http://127.0.0.1:9/',
      device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d',
      library: 'bieb',
      branch: 'hal',
      state: 'approved',
      server_key: deviceKeyOf(makeDeviceKey().key),
    });
  ops.close();
  return dataDir;
}

/** Walks two questions of a flow and ends the visit, and looks into the outbox. */
async function countedOf(isEnrolled: boolean) {
  const dataDir = aKiosk(isEnrolled);
  const kiosk = await launchKiosk({ dataDir });
  onTestFinished(() => kiosk.close());
  const page = kiosk.page();
  await begin(page);
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'Huurtoeslag').first().click();
  await page.locator('[data-answer]').first().waitFor();
  await answer(page, 1);
  await kiosk.nextVisit(() => touch(page, nl.bar.stop));
  const ops = openForWriting(join(dataDir, 'ops.db'));
  try {
    return oldestInOutbox(ops, 100);
  } finally {
    ops.close();
  }
}

test('of a kiosk that belongs to a server: what was opened, and on which question it was left', async () => {
  const items = await countedOf(true);
  const about = { pack: 'zelfredzaam', language: 'nl' };
  expect(items.map(({ type, body }) => ({ type, body }))).toEqual([
    { type: 'topic-opened', body: { ...about, topic: 'geld' } },
    { type: 'flow-started', body: { ...about, flow: 'huurtoeslag' } },
    { type: 'step-left', body: { ...about, flow: 'huurtoeslag', step: expect.any(String) } },
  ]);
  for (const { at } of items) expect(at).toMatch(HOUR);
});

test('of a kiosk that belongs to none: nothing', async () => {
  expect(await countedOf(false)).toEqual([]);
});

test('a kiosk that starts again and again tells its server so, long before the usual minutes', async () => {
  const server = await startOwnServer();
  onTestFinished(() => server.remove());
  const dataDir = aKiosk(false);
  const ops = openForWriting(join(dataDir, 'ops.db'));
  const { device } = await enrolDevice(ops, {
    ...{ dataDir, server: server.addresses[0], code: await server.code() },
    ...{ profile: 'kiosk', appVersion: '0.1.0' },
  });
  await approveDevice(server.store, device);
  for (let start = 1; start <= 9; start++) noteStart(ops);
  ops.close();
  const kiosk = await launchKiosk({ dataDir });
  onTestFinished(() => kiosk.close());
  const told = () => server.store.db.selectFrom('batches').select('starts').execute();
  await expect.poll(told).toEqual([{ starts: 10 }]);
});
