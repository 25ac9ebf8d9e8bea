import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { CommandError } from '../../../cli/command-error.ts';
import { purgeCommand } from '../../../cli/server/purge-command.ts';
import { startOwnServer } from '../../builders/a-server.ts';

it('says of which device not all went, and ends with 1', async () => {
  const server = await startOwnServer();
  onTestFinished(() => server.remove());
  const device = await server.approved();
  await device.acknowledged(await device.send(server.addresses[0], device.batch([device.item()])));
  const { db } = server.store;
  await db.updateTable('items').set({ received_at: '2026-01-02T03:04:05.006Z' }).execute();
  await sql
    .raw("CREATE TRIGGER refused BEFORE DELETE ON items BEGIN SELECT RAISE(ABORT, 'no'); END")
    .execute(db);
  const failed = await purgeCommand(['--data', server.data]).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(CommandError);
  expect(failed).toMatchObject({ exitStatus: 1, message: expect.stringContaining(device.id().slice(0, 8)) });
});
