import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { pinCommand } from '../../../cli/admin/pin-command.ts';
import { listActs } from '../../../db/ops/audit.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { countFailure, DEVICE_ADMIN, readPin } from '../../../db/ops/pins.ts';
import { verifyPin } from '../../../trust/pin/hash-pin.ts';
import { pepperFile, readPepper } from '../../../trust/pin/pepper.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

async function setPin(pin: string, data = join(aDataFolder(), 'kiosk')) {
  const file = join(aDataFolder(), 'pin');
  writeFileSync(file, `${pin}\n`);
  const args = ['--pin-file', file, '--migrations', MIGRATIONS, '--data', data];
  return { data, run: await runLongCommand(pinCommand, ...args) };
}

test('a PIN is set, in a data folder that is made, and only its hash is there', async () => {
  const { data, run } = await setPin('482913');
  expect(run).toMatchObject({ status: 0, out: expect.stringContaining('The PIN is set.') });
  const ops = aStore('ops', join(data, 'ops.db'));
  const { hash = '', ...more } = readPin(ops, DEVICE_ADMIN) ?? {};
  expect(more).toEqual({ failures: 0, locked_ms: 0 });
  expect(await verifyPin('482913', hash, readPepper(data) as Buffer)).toBe(true);
  expect(listActs(ops, 9)).toMatchObject([{ act: 'pin-set', detail: '' }]);
  expect(statSync(pepperFile(data)).mode & 0o777).toBe(0o600);
  // The pepper is in no store and in no copy of one.
  writeCopy(ops, join(data, 'copies'));
  const pepper = readPepper(data) as Buffer;
  for (const file of ['ops.db', 'ops.db-wal', 'copies/ops-1.db']) {
    const bytes = readFileSync(join(data, file));
    expect(bytes.includes(pepper) || bytes.includes('482913')).toBe(false);
  }
});

test('a new PIN takes the place of one that is lost, and ends a lock-out', async () => {
  const { data } = await setPin('482913');
  const ops = aStore('ops', join(data, 'ops.db'));
  for (let times = 0; times < 6; times++) countFailure(ops, DEVICE_ADMIN);
  await setPin('907164', data);
  const { hash = '', failures, locked_ms } = readPin(ops, DEVICE_ADMIN) ?? {};
  expect([failures, locked_ms]).toEqual([0, 0]);
  expect(await verifyPin('907164', hash, readPepper(data) as Buffer)).toBe(true);
});

test('where the store was removed, the log says first that it was lost', async () => {
  const { data } = await setPin('482913');
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `ops.db${suffix}`), { force: true });
  await setPin('907164', data);
  const ops = aStore('ops', join(data, 'ops.db'));
  expect(listActs(ops, 9).map(({ act }) => act)).toEqual(['pin-set', 'broken']);
});

describe('what cannot be', () => {
  it.each([
    ['weak', '123456', /first that anybody tries/],
    ['too short', '48291', /6 to 12 digits/],
    ['no digits', 'geheim', /6 to 12 digits/],
    ['nothing', '', /There is no PIN for/],
  ])('a PIN that is %s is refused, and the one before stays', async (_, pin, why) => {
    const { data } = await setPin('482913');
    await expect(setPin(pin, data)).rejects.toThrow(why);
    const { hash = '' } = readPin(aStore('ops', join(data, 'ops.db')), DEVICE_ADMIN) ?? {};
    expect(await verifyPin('482913', hash, readPepper(data) as Buffer)).toBe(true);
  });

  it('a store that is gone while its copy waits is not begun anew', async () => {
    const data = aDataFolder();
    writeCopy(aStore('ops'), join(data, 'copies'));
    await expect(setPin('482913', data)).rejects.toThrow(/brings the copy back/);
  });

  it('a store that cannot be opened', async () => {
    const data = aDataFolder();
    mkdirSync(join(data, 'ops.db'));
    await expect(setPin('482913', data)).rejects.toThrow(/cannot be opened/);
  });

  it('no data folder', async () => {
    await expect(pinCommand([])).rejects.toThrow('--data DIR is missing');
  });
});
