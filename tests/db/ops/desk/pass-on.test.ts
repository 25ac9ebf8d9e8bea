// What follows from a question is worked out after it was logged: it counts, and the server hears of it, once, whatever comes in between.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../../core/domain/desk/local-hour.ts';
import { migrate, readMigrations } from '../../../../db/migrate.ts';
import {
  openForReading,
  openForWriting,
  openInMemory,
  type ReadDb,
  type WriteDb,
} from '../../../../db/open.ts';
import { correctQuestion, withdrawQuestion } from '../../../../db/ops/desk/change-question.ts';
import { keepQuestionsHere, keepToldQuestions } from '../../../../db/ops/desk/keep-here.ts';
import { logQuestion } from '../../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../../db/ops/desk/pass-on.ts';
import { rottenQuestion } from '../../../../db/ops/desk/question-proof.ts';
import { listQuestions } from '../../../../db/ops/desk/read-questions.ts';
import { type Enrolled, writeEnrolment } from '../../../../db/ops/enrolment.ts';
import { countOutbox, hasNews, oldestInOutbox } from '../../../../db/ops/outbox.ts';
import { countOfDay, readMonths, readQuestionCounts } from '../../../../db/ops/question-counts.ts';
import { DamagedStoreError } from '../../../../db/store-fault.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../../builders/a-store.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-26T13:41:07.123Z');
const AT = '2026-11-26T14';
const { id: _, at: __, nth: ___, ...FACTS } = aQuestion();
const OTHER = { at: AT, facts: { ...FACTS, outcome: 'referred' } } as const;
const HERE: Enrolled = {
  ...{ server: 'https://balie.example/', library: 'bieb', branch: 'Centrum', state: 'approved' },
  ...{ device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', server_key: 'A'.repeat(43) },
};

const log = (db: WriteDb, more: { at?: string; now?: Date } = {}) =>
  logQuestion(db, more.now ?? NOW, { at: more.at ?? AT, facts: FACTS });
/** What stands in the store itself, whoever reads. */
const waiting = (db: ReadDb) => db.prepare('SELECT type FROM outbox ORDER BY seq').pluck().all();
const counted = (db: ReadDb) =>
  db.prepare("SELECT sum(number) FROM question_counts WHERE variable = 'channel'").pluck().get() ?? 0;
/** What is told to people and to the server of what waits and counts. */
const told = (db: ReadDb) => ({
  ...{ waiting: countOutbox(db), news: hasNews(db), today: countOfDay(db, dayOf(AT)) },
  ...{ months: readMonths(db), counts: readQuestionCounts(db, '2026-10', '2026-11') },
});

test('logging writes the row of a question, and it is counted and waits when it is passed on: once', () => {
  const file = join(aDataFolder(), 'ops.db');
  const [db, other] = [aStore('ops', file), openForWriting(file)];
  const { question } = log(db);
  expect([waiting(db), counted(db)]).toEqual([[], 0]);
  for (const each of [other, db, other]) passOnQuestions(each);
  expect([waiting(db), counted(db)]).toEqual([['question'], 1]);
  log(other);
  for (const each of [db, other]) passOnQuestions(each);
  expect([waiting(db), counted(db)]).toEqual([['question', 'question'], 2]);
  // What was sent does not come back.
  db.exec('DELETE FROM outbox');
  passOnQuestions(db);
  expect(waiting(db)).toEqual([]);
  expect(listQuestions(db, 9).at(-1)?.question).toEqual(question);
  other.close();
});

test('an item is the same whenever it is made, also by a clock that was set', () => {
  const db = aStore('ops');
  const ids = [NOW, new Date('2031-01-01T10:00:00Z'), new Date('2026-11-26T12:10:00Z')].map(
    (now) => log(db, { now }).question.id,
  );
  expect(oldestInOutbox(db, 9).map(({ id, at }) => [id, at])).toEqual([
    [ids[0], '2026-11-26T13:00:00Z'],
    [ids[1], '2031-01-01T10:00:00Z'],
    [ids[2], '2026-11-26T12:00:00Z'],
  ]);
  expect(rottenQuestion(db)).toBeUndefined();
});

test('whoever reads is told of a question that was not passed on as of any other, and writes nothing', () => {
  const file = join(aDataFolder(), 'ops.db');
  const db = aStore('ops', file);
  log(db);
  log(db, { at: '2026-10-05T10' });
  passOnQuestions(db);
  log(db);
  log(db, { at: '2026-10-06T11' });
  log(db, { at: '2026-09-30T11' });
  const reading = openForReading(file);
  const before = told(reading);
  reading.close();
  expect(waiting(db)).toHaveLength(2);
  expect(before).toMatchObject({ waiting: 5, news: true, today: 2 });
  expect(before.months.map(({ number }) => number)).toEqual([1, 2, 2]);
  passOnQuestions(db);
  expect(waiting(db)).toHaveLength(5);
  expect(told(db)).toEqual(before);
});

test('a batch for the server is made of what was not passed on too', () => {
  const db = aStore('ops');
  const { question } = log(db);
  expect(oldestInOutbox(db, 9).map(({ body }) => body)).toEqual([question]);
});

describe('before a question was passed on', () => {
  test('it is corrected and taken back as any other', () => {
    const db = aStore('ops');
    const [first, second] = [log(db).number, log(db).number];
    correctQuestion(db, NOW, first, OTHER);
    expect(waiting(db)).toEqual(['question', 'question', 'question-corrected']);
    log(db);
    withdrawQuestion(db, NOW, second);
    passOnQuestions(db);
    expect(waiting(db).slice(3)).toEqual(['question', 'question-withdrawn']);
    expect([counted(db), readQuestionCounts(db, '2026-11', '2026-11').length]).toEqual([2, 14]);
    expect(rottenQuestion(db)).toBeUndefined();
  });

  test('its month is told of here: it counts, and no server hears of it', () => {
    const db = aStore('ops');
    log(db);
    keepQuestionsHere(db, '2026-11');
    passOnQuestions(db);
    expect([waiting(db), counted(db)]).toEqual([[], 1]);
  });

  test('the device is known under another id: it waits on, and its correction with it', () => {
    const db = aStore('ops');
    writeEnrolment(db, HERE);
    const { number } = log(db);
    keepToldQuestions(db);
    correctQuestion(db, NOW, number, OTHER);
    expect(waiting(db)).toEqual(['question', 'question-corrected']);
  });

  test('the device belongs to another library: that one hears nothing of it', () => {
    const db = aStore('ops');
    writeEnrolment(db, HERE);
    log(db);
    writeEnrolment(db, { ...HERE, library: 'elders' });
    passOnQuestions(db);
    expect([waiting(db), counted(db), countOutbox(db)]).toEqual([[], 1, 0]);
  });
});

describe('a store in which it rotted up to where questions were passed on', () => {
  const aRottenStore = (rot: string) => {
    const db = aStore('ops');
    const numbers = Array.from({ length: 4 }, () => log(db).number);
    passOnQuestions(db);
    withdrawQuestion(db, NOW, numbers[0] ?? 0);
    withdrawQuestion(db, NOW, numbers[3] ?? 0);
    db.exec('DELETE FROM outbox');
    log(db);
    db.exec(rot);
    return db;
  };

  test.each([
    ['gone', 'DELETE FROM passed_on'],
    ['too high', 'UPDATE passed_on SET until = until + 256'],
    ['too low', 'UPDATE passed_on SET until = 1'],
    ['half', 'UPDATE passed_on SET mirror = 7'],
    ['nothing', 'UPDATE passed_on SET until = 0, mirror = 0'],
  ])('knows it by the counts, loses no question and tells of none twice: %s', (_, rot) => {
    const db = aRottenStore(rot);
    passOnQuestions(db);
    expect([waiting(db), counted(db)]).toEqual([['question'], 3]);
    log(db);
    passOnQuestions(db);
    expect([waiting(db), counted(db)]).toEqual([['question', 'question'], 4]);
  });

  test('and that never passed any on begins with the first', () => {
    const db = aStore('ops');
    log(db);
    db.exec('DELETE FROM passed_on');
    passOnQuestions(db);
    expect([waiting(db), counted(db)]).toEqual([['question'], 1]);
  });

  test.each([
    ['of another number', "UPDATE question_counts SET number = 9 WHERE variable = 'hour'"],
    ['of more than there are', 'UPDATE question_counts SET number = 9'],
  ])('and the counts too (%s) is damaged, and is left as it is', (_, rot) => {
    const db = aRottenStore(`DELETE FROM passed_on; ${rot}`);
    expect(() => passOnQuestions(db)).toThrow(DamagedStoreError);
    expect(waiting(db)).toEqual([]);
  });
});

test('in a store of the version before, all questions were passed on', () => {
  const db = openInMemory(undefined);
  const migrations = readMigrations(join(MIGRATIONS, 'ops'));
  migrate(db, migrations.slice(0, 17));
  for (let each = 0; each < 3; each++) log(db);
  migrate(db, migrations);
  passOnQuestions(db);
  expect([waiting(db), counted(db)]).toEqual([[], 0]);
  log(db);
  passOnQuestions(db);
  expect([waiting(db), counted(db)]).toEqual([['question'], 1]);
});
