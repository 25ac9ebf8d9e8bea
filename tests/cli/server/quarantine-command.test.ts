import { afterAll, beforeAll, expect, test } from 'vitest';
import { listQuarantineCommand } from '../../../cli/server/quarantine-command.ts';
import type { Item } from '../../../core/contract/sync/batch.ts';
import { readAudit } from '../../../server/accounts/audit.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer();
});
afterAll(() => server.remove());

const list = async (...more: string[]) =>
  (await runLongCommand(listQuarantineCommand, ...more, '--data', server.data)).out;

test('what is set aside is listed, and counted once when it is understood after an upgrade', async () => {
  expect(await list()).toContain('Nothing is set aside');
  const device = await server.approved();
  const send = (items: Item[]) => device.send(server.addresses[0], device.batch(items));
  const [fine, poison, noHour] = [
    device.item(),
    device.item({ type: 'poison' }),
    device.item({ at: '2026-02-30T14:00:00Z' }),
  ];
  await send([fine, poison, noHour]);
  const before = await server.total();
  expect(await list('--again')).toContain('counted: 0 items');
  const lines = (await list()).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines.find((line) => line.includes('not-understood'))).toContain(`delft  ${device.id()}`);
  expect(lines.find((line) => line.includes('not-understood'))).toContain('"type":"poison"');

  // The newer server knows the type: here the item becomes one that this server knows.
  const { db } = server.store;
  await db
    .updateTable('quarantine')
    .set({ item: JSON.stringify({ ...poison, type: 'language-chosen' }) })
    .where('id', '=', poison.id)
    .execute();
  expect(await list('--again')).toContain('counted: 1 items');
  expect(await list('--again')).toContain('counted: 0 items');
  expect(await server.total()).toBe(before + 1);
  expect((await list()).match(/no-hour/g)).toHaveLength(1);
  const trail = async () =>
    (await readAudit(db, 'delft')).entries.flatMap(({ what, onWhat, by }) =>
      what === 'set-aside-counted' ? [[onWhat, by]] : [],
    );
  expect(await trail()).toEqual([[`${device.id()} (1)`, null]]);

  // What was counted under its id meanwhile is counted no second time.
  await db
    .updateTable('quarantine')
    .set({ why: 'not-understood', item: JSON.stringify(fine), id: fine.id })
    .execute();
  expect(await list('--again')).toContain('counted: 0 items');
  expect(await server.total()).toBe(before + 1);
});
