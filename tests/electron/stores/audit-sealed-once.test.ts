import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openOpsStore } from '../../../cli/admin/open-ops-store.ts';
import { openForWriting, type WriteDb } from '../../../db/open.ts';
import { listActs, readHead, recordAct } from '../../../db/ops/audit.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { verifyAudit } from '../../../db/ops/verify-audit.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { makePepper, readPepper } from '../../../trust/pin/pepper.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { faultsOfCopies, forge, ofBefore } from '../../builders/audit-logs.ts';
import { overwrite } from '../../builders/damage.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
const at = NOW.toISOString();
const storeIn = (dataDir: string) => join(dataDir, 'ops.db');

/** As the app opens it. */
function open(dataDir: string, stamp = '7'): WriteDb {
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const quiet = () => undefined;
  const log = { note: quiet, trouble: quiet };
  const db = openOps(places, { tell: quiet, log }, { stamp, now: NOW }) as WriteDb;
  onTestFinished(() => void db.close());
  return db;
}

test('a log that was told anew is no log of an older store: not before the next act, not after it, not after a start', () => {
  const dataDir = aDataFolder();
  const db = open(dataDir);
  const key = makePepper(dataDir);
  const act = (store: WriteDb) =>
    recordAct(store, { at, act: 'signed-in', person: 'admin', detail: '' }, key);
  for (let each = 0; each < 3; each++) act(db);
  forge(db, at);
  expect(verifyAudit(db, key).faults).toMatchObject([{ seq: 4, says: expect.stringContaining('no seal') }]);
  db.close();

  const again = open(dataDir);
  expect(verifyAudit(again, key).faults).toMatchObject([{ seq: 4 }]);
  again.close();
  openOpsStore(dataDir, MIGRATIONS).close();
  const third = open(dataDir);
  act(third);
  expect(listActs(third, 2).map((line) => line.act)).toEqual(['signed-in', 'broken']);
  expect(verifyAudit(third, key).faults).toMatchObject([{ seq: 5 }]);
});

test.each([
  ['by the app', false, (dataDir: string) => open(dataDir)],
  ['by a command', false, (dataDir: string) => openOpsStore(dataDir, MIGRATIONS)],
  ['by the app, long after it was brought up to date', true, (dataDir: string) => open(dataDir)],
])('the log of an older store is sealed when it is opened %s', (_, upToDate, opened) => {
  const dataDir = aDataFolder();
  ofBefore(dataDir, at, { upToDate });
  const db = opened(dataDir);
  const key = readPepper(dataDir);
  expect(verifyAudit(db, key)).toMatchObject({ lines: 4, faults: [] });
  recordAct(db, { at, act: 'signed-in', person: 'admin', detail: '' }, key);
  expect(verifyAudit(db, key)).toMatchObject({ lines: 5, faults: [] });
  db.close();
});

test('what comes back of an older store that was sealed is sealed too', () => {
  const dataDir = aDataFolder();
  ofBefore(dataDir, at);
  const before = openForWriting(storeIn(dataDir), OPS_OPTIONS);
  writeCopy(before, join(dataDir, 'copies'));
  before.close();
  open(dataDir).close();
  overwrite(storeIn(dataDir));
  const db = open(dataDir);
  expect(listActs(db, 2).map(({ act }) => act)).toEqual(['restored', 'chained']);
  expect(verifyAudit(db, readPepper(dataDir)).faults).toEqual([]);
});

test('an empty log carries no seal, and there is no key for it', () => {
  const dataDir = aDataFolder();
  expect([readHead(open(dataDir)), readPepper(dataDir)]).toEqual([undefined, undefined]);
});

test.each([true, false])(
  'a store that comes back where nobody has a PIN has a log that can be proven; the copy is of an older store: %s',
  (older) => {
    const dataDir = aDataFolder();
    if (older) ofBefore(dataDir, at);
    const before = older
      ? openForWriting(storeIn(dataDir), OPS_OPTIONS)
      : aStore('ops', storeIn(dataDir), OPS_OPTIONS);
    writeCopy(before, join(dataDir, 'copies'));
    before.close();
    rmSync(storeIn(dataDir));
    const db = open(dataDir);
    const key = makePepper(dataDir);
    expect(verifyAudit(db, key).faults).toEqual([]);
    for (const act of ['pin-set', 'signed-in'] as const)
      recordAct(db, { at, act, person: 'admin', detail: '' }, key);
    expect(verifyAudit(db, key).faults).toEqual([]);
  },
);

test('where the log of an older store is sealed when its copy comes back, it says when that copy was made', () => {
  const dataDir = aDataFolder();
  ofBefore(dataDir, at, { upToDate: true });
  const before = openForWriting(storeIn(dataDir), OPS_OPTIONS);
  writeCopy(before, join(dataDir, 'copies'));
  before.close();
  const made = new Date('2026-11-25T09:00:00Z');
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), made, made);
  rmSync(storeIn(dataDir));
  expect(listActs(open(dataDir), 1)).toMatchObject([{ act: 'restored', detail: made.toISOString() }]);
});

test.each([1, 2])('of %i copies of before none is left without a seal', (copies) => {
  const dataDir = aDataFolder();
  ofBefore(dataDir, at, { upToDate: true });
  const before = openForWriting(storeIn(dataDir), OPS_OPTIONS);
  for (let each = 0; each < copies; each++) writeCopy(before, join(dataDir, 'copies'));
  before.close();
  open(dataDir).close();
  expect(faultsOfCopies(dataDir)).toEqual([[], []]);
});
