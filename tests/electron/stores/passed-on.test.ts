// A program that is killed between the row of a question and what follows from it: nothing is lost, and nothing counts twice.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { ReadDb } from '../../../db/open.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { withdrawQuestion } from '../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../db/ops/desk/pass-on.ts';
import { listQuestions } from '../../../db/ops/desk/read-questions.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { copyWhenDue } from '../../../electron/stores/daily-copy.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-26T13:00:00Z');
const { id: _, at, nth: __, ...facts } = aQuestion();
const inStore = (db: ReadDb | undefined) => ({
  waiting: db?.prepare("SELECT body ->> '$.id' FROM outbox ORDER BY seq").pluck().all(),
  counted: db?.prepare("SELECT sum(number) FROM question_counts WHERE variable = 'hour'").pluck().get(),
});

function open(dataDir: string) {
  const told: string[] = [];
  const log = aLog();
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const db = openOps(places, { tell: (trouble) => void told.push(trouble), log }, { stamp: '7', now: NOW });
  onTestFinished(() => void db?.close());
  return { db, told, codes: log.codes() };
}

/** A desk that passed on two questions, and logged two more. */
function aDesk() {
  const dataDir = aDataFolder();
  const db = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
  const log = () => logQuestion(db, NOW, { at, facts }).question.id;
  const passed = [log(), log()];
  passOnQuestions(db);
  writeCopy(db, join(dataDir, 'copies'));
  return { dataDir, db, ids: [...passed, log(), log()] };
}

test('what was logged when the program was killed counts and waits at the next start, once', () => {
  const { dataDir, db, ids } = aDesk();
  const killed = aDataFolder();
  for (const end of ['', '-wal', '-shm'])
    copyFileSync(join(dataDir, `ops.db${end}`), join(killed, `ops.db${end}`));
  expect(inStore(db)).toMatchObject({ waiting: ids.slice(0, 2), counted: 2 });
  for (const _ of ['at the next start', 'and the one after it']) {
    const again = open(killed);
    expect(again).toMatchObject({ told: [], codes: [] });
    expect(inStore(again.db)).toEqual({ waiting: ids, counted: 4 });
    again.db?.close();
  }
});

test.each([
  ['alone costs nothing', 'DELETE FROM passed_on', [], 4],
  [
    'with the counts brings the copy back',
    "DELETE FROM passed_on; DELETE FROM question_counts WHERE variable = 'day'",
    ['ops-restored'],
    2,
  ],
])('up to where questions were passed on, when it rots, %s', (_, rot, told, questions) => {
  const { dataDir, db, ids } = aDesk();
  db.close();
  const spoilt = new Database(join(dataDir, 'ops.db'));
  spoilt.exec(rot);
  spoilt.close();
  const again = open(dataDir);
  expect(again.told).toEqual(told);
  expect(again.db && listQuestions(again.db, 9)).toHaveLength(questions);
  expect(inStore(again.db)).toEqual({ waiting: ids.slice(0, questions), counted: questions });
});

test.each([
  [
    'a letter of its name',
    "UPDATE sqlite_sequence SET name = 'desk_questionr' WHERE name = 'desk_questions'",
  ],
  ['the number', "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'desk_questions'"],
])('a number is not given twice after SQLite’s note of the highest one rotted: %s', (_, rot) => {
  const { dataDir, db, ids } = aDesk();
  passOnQuestions(db);
  withdrawQuestion(db, NOW, 4, null);
  db.exec(rot);
  db.close();
  const again = open(dataDir);
  if (again.db === undefined) throw new Error('The store was not opened.');
  const { question, number } = logQuestion(again.db, NOW, { at, facts });
  passOnQuestions(again.db);
  expect(number).toBeGreaterThan(4);
  expect(inStore(again.db).waiting).toEqual([...ids, ids.at(-1), question.id]);
});

test('a question whose number rotted while it waits stops nothing, and is told once', () => {
  const { dataDir, db, ids } = aDesk();
  passOnQuestions(db);
  db.exec('UPDATE desk_questions SET number = 68 WHERE number = 4');
  passOnQuestions(db);
  expect(inStore(db).waiting).toEqual(ids);
  db.close();
  expect(inStore(open(dataDir).db)).toEqual({ waiting: ids, counted: 4 });
});

test('what could not be passed on is at the latest when the store is copied', () => {
  const { dataDir, db, ids } = aDesk();
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  copyWhenDue(db, {
    ...{ places, now: new Date('2099-01-01T09:00:00Z') },
    ...{ log: aLog(), report: () => undefined },
  });
  expect(inStore(db)).toEqual({ waiting: ids, counted: 4 });
});
