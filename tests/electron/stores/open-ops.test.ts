import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { QuestionItem } from '../../../core/contract/sync/question.ts';
import type { WriteDb } from '../../../db/open.ts';
import { listActs, recordAct, restoredFrom } from '../../../db/ops/audit.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { correctQuestion, withdrawQuestion } from '../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../db/ops/desk/pass-on.ts';
import { findHandover, sayOfHandover, writeHandover } from '../../../db/ops/handovers/handovers.ts';
import { listIncidents, recordIncident } from '../../../db/ops/incidents.ts';
import { keepWhoLeft } from '../../../db/ops/left-files.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { oldestInOutbox } from '../../../db/ops/outbox.ts';
import { addPersonHere, listPeople, removePerson } from '../../../db/ops/people.ts';
import { writePin } from '../../../db/ops/pins.ts';
import { readPublications } from '../../../db/ops/publications.ts';
import { verifyAudit } from '../../../db/ops/verify-audit.ts';
import { closeOwnMonths } from '../../../electron/desk/report/own-months.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { makePepper } from '../../../trust/pin/pepper.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { damageTable, makeDrift, overwrite } from '../../builders/damage.ts';
import { aFolder } from '../../builders/pack-folder.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

/** A store in which `copied` was written, then copied, then `not-copied` was written. */
function aUsedDataFolder({ copied = true } = {}): string {
  const dataDir = aDataFolder();
  const db = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
  recordIncident(db, { at: 'now', code: 'copied', detail: '' });
  if (copied) writeCopy(db, join(dataDir, 'copies'));
  recordIncident(db, { at: 'now', code: 'not-copied', detail: '' });
  db.close();
  return dataDir;
}

function open(dataDir: string, { migrationsDir = MIGRATIONS, stamp = '7' } = {}) {
  const told: string[] = [];
  const places = { dataDir, migrationsDir, nativeBinding: undefined };
  const logged: string[] = [];
  const write = (code: string) => void logged.push(code);
  const db = openOps(
    places,
    { tell: (trouble) => void told.push(trouble), log: { note: write, trouble: write } },
    { stamp, now: new Date('2026-11-26T12:00:00Z') },
  );
  onTestFinished(() => void db?.close());
  return { db, told, logged, codes: db && listIncidents(db).map(({ code }) => code) };
}

const at = (dataDir: string) => join(dataDir, 'ops.db');
const change = (sql: string) => (file: string) => {
  const db = new Database(file);
  db.exec(sql);
  db.close();
};

test('a good store is opened, with nothing to tell', () => {
  expect(open(aUsedDataFolder())).toMatchObject({ told: [], codes: ['not-copied', 'copied'] });
});

test('at a first start there is none, and nothing to tell', () => {
  expect(open(aDataFolder())).toMatchObject({ told: [], codes: [] });
});

test('what is deleted from it is wiped', () => {
  expect(open(aDataFolder()).db?.pragma('secure_delete', { simple: true })).toBe(1);
});

describe.each([
  ['garbage', overwrite],
  ['damaged inside', (file: string) => damageTable(file, 'incidents')],
])('a store that is %s', (_, damage) => {
  test.each([
    [true, 'ops-restored', ['copied']],
    [false, 'ops-lost', []],
  ])('is set aside byte for byte; there is a copy: %s', (copied, trouble, codes) => {
    const dataDir = aUsedDataFolder({ copied });
    damage(at(dataDir));
    const before = readFileSync(at(dataDir));
    expect(open(dataDir)).toMatchObject({ told: [trouble], codes });
    expect(readFileSync(join(dataDir, 'ops.db.unreadable-7'))).toEqual(before);
  });
});

describe('the log of a device with a key says that it was lost', () => {
  test.each([
    ['with a store that is garbage, and has no copy', overwrite],
    ['with a store that was removed, and has no copy', (file: string) => rmSync(file)],
  ])('%s', (_, lose) => {
    const dataDir = aDataFolder();
    const key = makePepper(dataDir);
    const db = aStore('ops', at(dataDir), OPS_OPTIONS);
    recordAct(db, { at: 'then', act: 'looked', person: 'admin', detail: '' }, key);
    db.close();
    lose(at(dataDir));
    const again = open(dataDir).db as WriteDb;
    expect(listActs(again, 9).map(({ act }) => act)).toEqual(['broken']);
    expect(verifyAudit(again, key).faults).toMatchObject([{ seq: 1, says: /was lost/ }]);
    again.close();
    expect(listActs(open(dataDir).db as WriteDb, 9)).toHaveLength(1);
  });

  test('and that of a device without one has nothing to say', () => {
    const dataDir = aUsedDataFolder({ copied: false });
    overwrite(at(dataDir));
    expect(listActs(open(dataDir).db as WriteDb, 9)).toEqual([]);
  });
});

test.each([true, false])(
  'what was told of a month stands when the store is lost, whatever comes back; there is a copy: %s',
  (copied) => {
    const dataDir = aDataFolder();
    const now = new Date('2026-11-27T10:00:00Z');
    const tomorrow = new Date('2026-11-28T10:00:00Z');
    const { id: _, at: __, nth: ___, ...facts } = aQuestion();
    const ask = (db: WriteDb, times: number) => {
      for (let each = 0; each < times; each++) logQuestion(db, now, { at: '2026-10-05T10', facts });
    };
    const october = (db: WriteDb | undefined) =>
      db && readPublications(db, { month: '2026-10', source: 'desk' }, 1)[0]?.totals[0];
    const db = aStore('ops', at(dataDir), OPS_OPTIONS);
    ask(db, 60);
    if (copied) writeCopy(db, join(dataDir, 'copies'));
    ask(db, 40);
    closeOwnMonths(db, dataDir, now);
    closeOwnMonths(db, dataDir, tomorrow);
    expect(october(db)).toBe(100);
    db.close();
    overwrite(at(dataDir));

    const again = open(dataDir).db;
    expect(october(again)).toBe(100);
    // No server that this desk joins hears of them a second time.
    expect(again && oldestInOutbox(again, 999)).toEqual([]);
    if (again !== undefined) {
      ask(again, 25);
      closeOwnMonths(again, dataDir, tomorrow);
      closeOwnMonths(again, dataDir, new Date('2026-11-29T10:00:00Z'));
    }
    expect(october(again)).toBe(100);
  },
);

test('what a desk says of a handover after a copy came back has a number that the server has not heard', () => {
  const dataDir = aDataFolder();
  const by = { now: new Date('2026-11-27T10:00:00Z'), person: null, key: undefined };
  const handover = { id: randomUUID(), code: 'ABCDEFGHJ', partner: 'wijkteam', partner_name: 'Wijkteam' };
  const db = aStore('ops', at(dataDir), OPS_OPTIONS);
  writeHandover(db, { ...handover, sealed: false }, by);
  writeCopy(db, join(dataDir, 'copies'));
  for (const to of ['called', 'accepted'] as const) sayOfHandover(db, handover.id, to, by);
  const heard = findHandover(db, handover.id)?.last_said ?? 0;
  db.close();
  overwrite(at(dataDir));

  const again = open(dataDir).db as WriteDb;
  expect(findHandover(again, handover.id)?.state).toBe('given');
  sayOfHandover(again, handover.id, 'withdrawn', by);
  expect(findHandover(again, handover.id)?.last_said).toBeGreaterThan(heard);
});

test('what a desk says of a question after a copy came back, and came back once more, is newer than what the server heard', () => {
  const dataDir = aDataFolder();
  const now = new Date('2026-11-26T13:00:00Z');
  const { id: __, at: hour, nth: ___, ...facts } = aQuestion();
  const db = aStore('ops', at(dataDir), OPS_OPTIONS);
  const numbers = [0, 1].map(() => logQuestion(db, now, { at: hour, facts }).number);
  writeCopy(db, join(dataDir, 'copies'));
  const heard: number[] = [];
  const correct = (store: WriteDb, outcome: 'helped' | 'referred') => {
    for (const number of numbers)
      correctQuestion(store, now, number, { at: hour, facts: { ...facts, outcome } });
    const said = oldestInOutbox(store, 9).map((item) =>
      QuestionItem.parse({ type: item.type, body: item.body }),
    );
    return said.flatMap(({ body }) => ('revision' in body ? body.revision : []));
  };
  heard.push(...correct(db, 'helped'));
  db.close();
  overwrite(at(dataDir));

  const again = open(dataDir).db as WriteDb;
  const next = correct(again, 'referred');
  expect(Math.min(...next)).toBeGreaterThan(Math.max(...heard));
  again.close();
  overwrite(at(dataDir));

  const third = open(dataDir, { stamp: '8' }).db as WriteDb;
  withdrawQuestion(third, now, numbers[1] ?? 0);
  expect(Math.min(...correct(third, 'helped'))).toBeGreaterThan(Math.max(...next));
  // What is written so is still what it says.
  third.close();
  expect(open(dataDir)).toMatchObject({ told: [] });
});

test('who left since the copy that came back stays away, and the log says that one came back and of when it was', () => {
  const dataDir = aDataFolder();
  const key = makePepper(dataDir);
  const by = { at: '2026-11-26T10:00:00.000Z', person: 'admin', key };
  const db = aStore('ops', at(dataDir), OPS_OPTIONS);
  for (const id of ['p1', 'p2']) addPersonHere(db, { id, name: `Somebody ${id}`, role: 'admin' }, by);
  writePin(db, 'p1', '$argon2id$made-up');
  writeCopy(db, join(dataDir, 'copies'));
  const copied = new Date('2026-11-26T03:00:00.000Z');
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), copied, copied);
  removePerson(db, 'p1', by);
  keepWhoLeft(db, dataDir);
  db.close();
  overwrite(at(dataDir));

  const again = open(dataDir).db as WriteDb;
  expect(listPeople(again).map(({ id }) => id)).toEqual(['p2']);
  expect(listActs(again, 2).map(({ act, detail }) => [act, detail])).toEqual([
    ['person-removed', 'p1'],
    ['restored', copied.toISOString()],
  ]);
  expect(restoredFrom(again)).toBe(copied.toISOString());
  expect(verifyAudit(again, key).faults).toEqual([]);
});

describe('counts that rotted where the questions did not', () => {
  test.each([
    ['a digit', "UPDATE question_counts SET number = 7 WHERE variable = 'hour'"],
    ['a letter', "UPDATE question_counts SET value = 'dasbk' WHERE variable = 'channel'"],
    [
      'a month',
      "UPDATE question_counts SET month = '2036-11' WHERE month = '2026-11' AND variable = 'outcome'",
    ],
    ['one that is gone', "DELETE FROM question_counts WHERE variable = 'day'"],
    ['one of nothing', "INSERT INTO question_counts VALUES ('2020-01', 'hour', '10', 3)"],
  ])('are counted once more, and a question can be taken back: %s', (_, rot) => {
    const dataDir = aDataFolder();
    const now = new Date('2026-11-26T13:00:00Z');
    const { id: __, at: hour, nth: ___, ...facts } = aQuestion();
    const db = aStore('ops', at(dataDir), OPS_OPTIONS);
    for (let each = 0; each < 3; each++) logQuestion(db, now, { at: hour, facts });
    logQuestion(db, now, { at: '2026-10-05T10', facts: { ...facts, organization: 'duo' } });
    const counts = (store: WriteDb | undefined) =>
      store?.prepare('SELECT * FROM question_counts ORDER BY month, variable, value').all();
    passOnQuestions(db);
    const right = counts(db);
    db.close();
    change(rot)(at(dataDir));

    const again = open(dataDir);
    expect(again).toMatchObject({ told: [], logged: ['questions-recounted'] });
    expect(counts(again.db)).toEqual(right);
    for (const number of [1, 2, 3, 4]) expect(again.db && withdrawQuestion(again.db, now, number)).toBe(true);
    expect(counts(again.db)).toEqual([]);
    again.db?.close();
    expect(open(dataDir)).toMatchObject({ told: [], logged: [] });
  });
});

describe('a store that is gone', () => {
  test.each([
    ['removed', (file: string) => rmSync(file)],
    ['emptied', (file: string) => writeFileSync(file, '')],
  ])('is brought back from its copy (%s)', (_, lose) => {
    const dataDir = aUsedDataFolder();
    lose(at(dataDir));
    expect(open(dataDir)).toMatchObject({ told: ['ops-restored'], codes: ['copied'] });
  });

  test('is brought back too when the list of its steps has rotted: its copy does not drift', () => {
    const dataDir = aUsedDataFolder();
    change("UPDATE migrations SET sha256 = 'x' WHERE name LIKE '0003-%'")(at(dataDir));
    expect(open(dataDir)).toMatchObject({ told: ['ops-restored'], codes: ['copied'] });
    expect(readdirSync(dataDir).filter((name) => name.includes('tried'))).toEqual([]);
  });

  test('never has its WAL put over the copy', () => {
    const dataDir = aUsedDataFolder();
    const db = new Database(at(dataDir));
    db.exec("INSERT INTO incidents (at, code, detail) VALUES ('now', 'in-the-wal', '')");
    const wal = readFileSync(`${at(dataDir)}-wal`);
    db.close();
    rmSync(at(dataDir));
    writeFileSync(`${at(dataDir)}-wal`, wal);
    expect(open(dataDir)).toMatchObject({ told: ['ops-restored'], codes: ['copied'] });
    expect(readFileSync(join(dataDir, 'ops.db.unreadable-7-wal'))).toEqual(wal);
  });
});

describe('a store that this version does not know is left untouched, byte for byte, and not opened', () => {
  test.each([
    ['newer', change("INSERT INTO migrations VALUES ('0099-future.sql', 'x')"), 'ops-newer'],
    ['with drift', makeDrift, 'ops-drift'],
    [
      'newer, in another mode',
      change("PRAGMA journal_mode = DELETE; INSERT INTO migrations VALUES ('0099-x.sql', 'x')"),
      'ops-newer',
    ],
  ])('%s', (_, make, trouble) => {
    const dataDir = aUsedDataFolder();
    make(at(dataDir));
    const before = readFileSync(at(dataDir));
    expect(open(dataDir)).toMatchObject({ db: undefined, told: [trouble] });
    expect(readFileSync(at(dataDir))).toEqual(before);
    expect(readdirSync(dataDir).filter((name) => name.includes('.db.'))).toEqual([]);
  });

  test('the app has lost its migrations', () => {
    const dataDir = aUsedDataFolder();
    const before = readFileSync(at(dataDir));
    expect(open(dataDir, { migrationsDir: aFolder() })).toMatchObject({ db: undefined, told: ['ops-drift'] });
    expect(readFileSync(at(dataDir))).toEqual(before);
  });
});

test('while a copy waits that cannot be put in its place, no empty store is begun', () => {
  const dataDir = aUsedDataFolder();
  rmSync(at(dataDir));
  mkdirSync(join(dataDir, 'ops.db.new', 'in-the-way'), { recursive: true });
  expect(open(dataDir)).toMatchObject({ db: undefined, told: ['not-writable'] });
  rmSync(join(dataDir, 'ops.db.new'), { recursive: true });
  expect(open(dataDir)).toMatchObject({ told: ['ops-restored'], codes: ['copied'] });
});

test('several damaged stores are kept: each may hold what no copy has', () => {
  const dataDir = aUsedDataFolder();
  const stamps = ['1', '2', '3', '4', '5', '6', '7'];
  for (const stamp of stamps) {
    overwrite(at(dataDir));
    open(dataDir, { stamp }).db?.close();
  }
  const kept = readdirSync(dataDir).filter((name) => name.startsWith('ops.db.unreadable'));
  expect(kept.sort()).toEqual(stamps.slice(-5).map((stamp) => `ops.db.unreadable-${stamp}`));
});

test('a store that a crash left with its WAL loses nothing', () => {
  const dataDir = aUsedDataFolder();
  const db = new Database(at(dataDir));
  db.exec("INSERT INTO incidents (at, code, detail) VALUES ('now', 'in-the-wal', '')");
  const crashed = aDataFolder();
  for (const suffix of ['', '-wal', '-shm']) copyFileSync(at(dataDir) + suffix, at(crashed) + suffix);
  db.close();
  expect(open(crashed)).toMatchObject({ told: [], codes: ['in-the-wal', 'not-copied', 'copied'] });
});
