import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAuditCommand } from '../../../cli/audit/verify-command.ts';
import { recordAct } from '../../../db/ops/audit.ts';
import { makePepper } from '../../../trust/pin/pepper.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';
import { runCommand } from '../../builders/run-balie.ts';

function aDevice(lines: number) {
  const dataDir = aDataFolder();
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  const add = () =>
    recordAct(
      ops,
      { at: '2026-11-27T09:00:00.000Z', act: 'looked', person: 'admin', detail: '' },
      makePepper(dataDir),
    );
  for (let line = 0; line < lines; line++) add();
  const verify = (...more: string[]) => runCommand(verifyAuditCommand, '--data', dataDir, ...more);
  return { ops, add, verify };
}

it('says that the log is whole, and proves later that it still is', () => {
  const { add, verify } = aDevice(3);
  const { status, out } = verify();
  expect(status).toBe(0);
  expect(out).toMatch(/^The log is whole: 3 lines/);
  const known = /--known (\S+)$/.exec(out)?.[1] ?? '';
  add();
  expect(verify('--known', known).status).toBe(0);
  expect(
    verify(
      '--known',
      known.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
  ).toMatchObject({
    status: 1,
    out: 'Line 3 is not the one that was written down elsewhere.',
  });
  expect(aDevice(0).verify()).toMatchObject({ status: 0, out: expect.stringContaining('nothing was done') });
});

it('names each line that is not what it was, and ends with 1', () => {
  const { ops, verify } = aDevice(5);
  ops.exec('DROP TRIGGER audit_is_not_changed');
  ops.exec("UPDATE audit SET person = 'colleague-2' WHERE seq = 2");
  expect(verify()).toMatchObject({
    status: 1,
    out: 'Line 2 does not say what it said when it was written.',
  });
});

it.each([
  [[], '--data DIR is missing'],
  [['--data', '/nowhere'], 'There is no ops.db'],
])('refuses %j', (args, why) => {
  expect(() => verifyAuditCommand(args)).toThrow(why);
});

it('refuses a line that is none, and a store of before', () => {
  expect(() => aDevice(1).verify('--known', '3')).toThrow('NUMBER:HASH');
  const { ops, verify } = aDevice(0);
  ops.exec('DROP TABLE audit_head');
  expect(() => verify()).toThrow('Start the app once');
});
