import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  addStaffCommand,
  listStaffCommand,
  removeStaffCommand,
  staffPinCommand,
} from '../../../cli/staff/staff-commands.ts';
import { readPin } from '../../../db/ops/pins.ts';
import { verifyAudit } from '../../../db/ops/verify-audit.ts';
import { verifyPin } from '../../../trust/pin/hash-pin.ts';
import { readPepper } from '../../../trust/pin/pepper.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

const FICTIONAL = ['--name', 'Colleague one (fictional)'];

it('somebody works here, gets a PIN, and leaves with it; the log can be proven', async () => {
  const data = aDataFolder();
  const run = async (command: (args: string[]) => Promise<number>, ...args: string[]) =>
    (await runLongCommand(command, ...args, '--data', data, '--migrations', MIGRATIONS)).out;
  expect(await run(listStaffCommand)).toBe('Nobody is known here.');
  await run(addStaffCommand, 'colleague-1', ...FICTIONAL);
  await expect(run(addStaffCommand, 'colleague-1', ...FICTIONAL)).rejects.toThrow('works here already');
  const file = join(aDataFolder(), 'pin');
  writeFileSync(file, '123456\n');
  await expect(run(staffPinCommand, 'colleague-1', '--pin-file', file)).rejects.toThrow('anybody tries');
  writeFileSync(file, '482913\n');
  await run(staffPinCommand, 'colleague-1', '--pin-file', file);
  await expect(run(staffPinCommand, 'colleague-2', '--pin-file', file)).rejects.toThrow(
    'Nobody here is "colleague-2"',
  );
  expect(await run(listStaffCommand)).toBe('colleague-1  staff  here  has a PIN  Colleague one (fictional)');
  const ops = aStore('ops', join(data, 'ops.db'));
  const pepper = readPepper(data) as Buffer;
  expect(await verifyPin('482913', readPin(ops, 'colleague-1')?.hash ?? '', pepper)).toBe(true);
  await run(removeStaffCommand, 'colleague-1');
  await expect(run(removeStaffCommand, 'colleague-1')).rejects.toThrow('balie staff list');
  await expect(run(addStaffCommand, 'colleague-1', ...FICTIONAL)).rejects.toThrow('who left');
  expect(readPin(ops, 'colleague-1')).toBeUndefined();
  expect(verifyAudit(ops, pepper)).toMatchObject({ lines: 3, faults: [] });
});

it.each([
  [['Colleague one', ...FICTIONAL]],
  [['admin', ...FICTIONAL]],
  [['colleague-1']],
  [['colleague-1', ...FICTIONAL, '--role', 'visitor']],
])('nobody is added as %j', async (args) => {
  await expect(
    runLongCommand(addStaffCommand, ...args, '--data', aDataFolder(), '--migrations', MIGRATIONS),
  ).rejects.toThrow('Nothing was changed');
});
