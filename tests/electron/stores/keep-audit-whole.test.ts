import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Trouble } from '../../../core/contract/about.ts';
import type { WriteDb } from '../../../db/open.ts';
import { recordAct } from '../../../db/ops/audit.ts';
import { FIRST_PREV, hashOfLine } from '../../../db/ops/audit-chain.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { addPersonHere } from '../../../db/ops/people.ts';
import { verifyAudit } from '../../../db/ops/verify-audit.ts';
import { openContentHouse } from '../../../electron/content/content-house.ts';
import { copyWhenDue, startQuietCopies } from '../../../electron/stores/daily-copy.ts';
import { keepAuditWhole } from '../../../electron/stores/keep-audit-whole.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../builders/a-store.ts';
import { forge } from '../../builders/audit-logs.ts';

const NOW = new Date('2026-11-26T20:00:00Z');
const KEY = new Uint8Array(32).fill(7);

/** A device with five lines in its log, then a copy, then so many more. */
function aDevice(since = 2) {
  const dataDir = aDataFolder();
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  const act = (times: number) => {
    for (let each = 0; each < times; each++)
      recordAct(ops, { at: NOW.toISOString(), act: 'signed-in', person: 'p1', detail: '' }, KEY);
  };
  act(5);
  writeCopy(ops, join(dataDir, 'copies'));
  act(since);
  const log = aLog();
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const told = new Map<Trouble, string>();
  const report = (trouble: Trouble, detail: string | undefined) => {
    if (detail === undefined) told.delete(trouble);
    else told.set(trouble, detail);
  };
  const by = { places, now: NOW, log, report };
  return { dataDir, ops, log, by, told, keep: () => keepAuditWhole(ops, by) };
}

/** What a disk does, and whoever has the store and not the key: nothing asks the triggers. */
function change(ops: WriteDb, sql: string): void {
  const held = ops.prepare<[], { name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
  );
  const triggers = held.all();
  for (const { name } of triggers) ops.exec(`DROP TRIGGER ${name}`);
  ops.exec(sql);
  for (const trigger of triggers) ops.exec(trigger.sql);
}

test('a log that is whole is left alone, with a copy and without', () => {
  const { ops, log, keep } = aDevice();
  const before = everyRow(ops);
  keep();
  expect([everyRow(ops), log.codes()]).toEqual([before, []]);
});

test.each([
  ['a letter', "UPDATE audit SET act = 'signed-if' WHERE seq = 3", 2],
  [
    'a hash',
    "UPDATE audit SET hash = 'f' || substr(hash, 2), prev = 'e' || substr(prev, 2) WHERE seq = 2",
    2,
  ],
  ['the last line of the copy', "UPDATE audit SET person = 'p2' WHERE seq = 5", 2],
  ['a line that is gone', 'DELETE FROM audit WHERE seq = 4', 2],
  ['where it ends with the copy', "UPDATE audit SET at = '' WHERE seq = 5", 0],
])('what rotted comes back from the copy, nothing is lost, and it is told: %s', (_, rot, since) => {
  const { ops, log, keep } = aDevice(since);
  const before = everyRow(ops)['audit'];
  change(ops, rot);
  expect(verifyAudit(ops, KEY).faults).not.toEqual([]);
  keep();
  expect([everyRow(ops)['audit'], verifyAudit(ops, KEY).faults]).toEqual([before, []]);
  expect([log.codes(), listIncidents(ops).map(({ code }) => code)]).toEqual([
    ['audit-mended'],
    ['audit-mended'],
  ]);
  // And nobody changes a line afterwards either.
  expect(() => ops.exec("UPDATE audit SET detail = 'x' WHERE seq = 1")).toThrow(/never changed/);
});

test('the copy of the day has the lines as they were written', () => {
  const { dataDir, ops, by, log } = aDevice();
  change(ops, "UPDATE audit SET act = 'signed-if' WHERE seq = 3");
  const old = new Date(NOW.getTime() - 2 * 86_400_000);
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), old, old);
  copyWhenDue(ops, by);
  expect([log.codes(), verifyAudit(ops, KEY).faults]).toEqual([['audit-mended'], []]);
});

test.each([
  ['a line from after the copy', "UPDATE audit SET detail = 'x' WHERE seq = 7"],
  ['the line that leads on from the copy', "UPDATE audit SET prev = 'f' || substr(prev, 2) WHERE seq = 6"],
  ['an end that was cut', 'DELETE FROM audit WHERE seq > 6'],
])('what the log does not prove stays, so that it can be proven to be wrong: %s', (_, tamper) => {
  const { ops, log, told, keep } = aDevice();
  change(ops, tamper);
  const before = everyRow(ops)['audit'];
  keep();
  expect([everyRow(ops)['audit'], log.codes()]).toEqual([before, ['audit-broken']]);
  // Staff hear of it on their screen, as of whatever else is wrong with the store.
  expect([...told.keys()]).toEqual(['audit-broken']);
  expect(verifyAudit(ops, KEY).faults).not.toEqual([]);
  recordAct(ops, { at: NOW.toISOString(), act: 'signed-out', person: 'p1', detail: '' }, KEY);
  keep();
  expect(verifyAudit(ops, KEY).faults).not.toEqual([]);
});

test('a log that was emptied is told to staff where somebody works, and no line of a copy is proven by it', () => {
  const { ops, log, told, keep } = aDevice();
  const by = { at: NOW.toISOString(), person: 'admin', key: KEY };
  addPersonHere(ops, { id: 'p1', name: 'Colleague 1', role: 'staff' }, by);
  change(ops, 'DELETE FROM audit; DELETE FROM audit_head');
  keep();
  expect([everyRow(ops)['audit'], log.codes()]).toEqual([[], ['audit-broken']]);
  expect(told.get('audit-broken')).toMatch(/^line 1 /);
  // The next line does not cover it up.
  recordAct(ops, { at: NOW.toISOString(), act: 'signed-in', person: 'p1', detail: '' }, KEY);
  expect(verifyAudit(ops, KEY).faults).toMatchObject([{ seq: 1 }]);
});

test('nobody brings in other lines by a copy of their own making: the seal is not over them', () => {
  const { dataDir, ops, keep } = aDevice();
  // The same store with another first line, and a chain that was made anew after it.
  let prev = FIRST_PREV;
  const forged = ops.prepare<[], Parameters<typeof hashOfLine>[0]>('SELECT * FROM audit ORDER BY seq').all();
  const made = forged.map((line) => {
    const told = { ...line, person: line.seq === 1 ? 'p9' : line.person, prev };
    prev = hashOfLine(told);
    return { ...told, hash: prev };
  });
  change(
    ops,
    `${made.map(({ seq, person, prev: before, hash }) => `UPDATE audit SET person = '${person}', prev = '${before}', hash = '${hash}' WHERE seq = ${seq};`).join('')}
     UPDATE audit_head SET hash = '${prev}'`,
  );
  writeCopy(ops, join(dataDir, 'copies'));
  change(ops, "UPDATE audit SET detail = 'x' WHERE seq = 2");
  keep();
  expect(verifyAudit(ops, KEY).faults).not.toEqual([]);
});

test('after each start it is told once that the log is broken, also while no copy is due', () => {
  const { dataDir, ops, by, told, log } = aDevice();
  change(ops, "UPDATE audit SET detail = 'x' WHERE seq = 7");
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), NOW, NOW);
  copyWhenDue(ops, by);
  expect([...told.keys()]).toEqual(['audit-broken']);
  copyWhenDue(ops, by);
  expect(log.codes()).toEqual(['audit-broken']);
});

test('a log that was told anew, with a whole chain, is told to staff, whatever seal it carries', () => {
  const { dataDir, ops, told, keep } = aDevice();
  writeFileSync(join(dataDir, 'pin.key'), KEY);
  writeFileSync(join(dataDir, 'audit.sealed'), '');
  keep();
  expect(told).toEqual(new Map());
  forge(ops, NOW.toISOString());
  for (const seal of [null, '0'.repeat(64)]) {
    ops.prepare('UPDATE audit_head SET seal = ?').run(seal);
    told.clear();
    keep();
    expect(told.get('audit-broken')).toMatch(/^line 8 /);
  }
});

test('a start does not read the log: the first quiet moment after it does', async () => {
  const { dataDir, ops, by } = aDevice();
  change(ops, "UPDATE audit SET detail = 'x' WHERE seq = 7");
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), NOW, NOW);
  ops.close();
  const house = openContentHouse({ ...by.places, packsDir: aDataFolder(), now: () => NOW, log: aLog() });
  await house.filled();
  expect(house.troubles()).not.toContain('audit-broken');
  startQuietCopies(house.copy).left();
  await new Promise(setImmediate);
  expect(house.troubles()).toContain('audit-broken');
});
