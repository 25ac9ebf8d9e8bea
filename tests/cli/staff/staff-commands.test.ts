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

const FICTIONAL = ['--name', 'Fatima (fictional)'];

it('somebody works here, gets a PIN, and leaves with it; the log can be proven', async () => {
  const data = aDataFolder();
  const run = async (command: (args: string[]) => Promise<number>, ...args: string[]) =>
    (await runLongCommand(command, ...args, '--data', data, '--migrations', MIGRATIONS)).out;
  expect(await run(listStaffCommand)).toBe('Nobody is known here.');
  await run(addStaffCommand, 'fatima', ...FICTIONAL);
  await expect(run(addStaffCommand, 'fatima', ...FICTIONAL)).rejects.toThrow('works here already');
  const file = join(aDataFolder(), 'pin');
  writeFileSync(file, '123456\n');
  await expect(run(staffPinCommand, 'fatima', '--pin-file', file)).rejects.toThrow('anybody tries');
  writeFileSync(file, '482913\n');
  await run(staffPinCommand, 'fatima', '--pin-file', file);
  await expect(run(staffPinCommand, 'jan', '--pin-file', file)).rejects.toThrow('Nobody here is "jan"');
  expect(await run(listStaffCommand)).toBe('fatima  staff  here  has a PIN  Fatima (fictional)');
  const ops = aStore('ops', join(data, 'ops.db'));
  const pepper = readPepper(data) as Buffer;
  expect(await verifyPin('482913', readPin(ops, 'fatima')?.hash ?? '', pepper)).toBe(true);
  await run(removeStaffCommand, 'fatima');
  await expect(run(removeStaffCommand, 'fatima')).rejects.toThrow('balie staff list');
  expect(readPin(ops, 'fatima')).toBeUndefined();
  expect(verifyAudit(ops, pepper)).toMatchObject({ lines: 3, faults: [] });
});

it.each([
  [['Fatima', ...FICTIONAL]],
  [['admin', ...FICTIONAL]],
  [['fatima']],
  [['fatima', ...FICTIONAL, '--role', 'visitor']],
])('nobody is added as %j', async (args) => {
  await expect(
    runLongCommand(addStaffCommand, ...args, '--data', aDataFolder(), '--migrations', MIGRATIONS),
  ).rejects.toThrow('Nothing was changed');
});
