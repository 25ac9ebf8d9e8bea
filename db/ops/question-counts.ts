import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { DeskQuestion } from '../../core/domain/desk/desk-question.ts';
import type { Month } from '../../core/domain/report/month.ts';
import { monthOf, VARIABLES, type Variable, valuesOf } from '../../core/domain/report/variables.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { prepared } from '../prepared.ts';
import { NOT_PASSED_ON, readNotPassedOn } from './desk/not-passed-on.ts';

/** How many questions there were of a value. */
export type QuestionCount = { readonly variable: Variable; readonly value: string; readonly number: number };

/**
 * Counts a question (1), or one that was counted no more (-1): a correction is both. Call it in the transaction that passes the
 * question on or changes it, so that the counts are always those of the questions that were passed on. Throws SqliteError, and Error
 * when one would be taken off that was never counted.
 */
export function countQuestion(db: WriteDb, question: DeskQuestion, by: 1 | -1): void {
  const [month, values] = [monthOf(question), valuesOf(question)];
  if (by === 1) {
    prepared(db, ADD_ALL).run(month, JSON.stringify(values));
    return;
  }
  const statements = [REMOVE_LAST, TAKE_OFF].map((sql) => prepared(db, sql));
  for (const variable of VARIABLES) {
    const changed = statements.some((each) => each.run(month, variable, values[variable]).changes > 0);
    if (!changed)
      throw new Error(`No question of ${month} was counted with ${variable} "${values[variable]}".`);
  }
}

/** The counts of the months from `from` up to and with `to`, added up, also of the questions that were not passed on yet. Throws SqliteError. */
export function readQuestionCounts(db: ReadDb, from: Month, to: Month): QuestionCount[] {
  return db.transaction(() => {
    const counts = db.prepare<[Month, Month], QuestionCount>(COUNTS).all(from, to);
    const since = readNotPassedOn(db).filter(
      (question) => from <= monthOf(question) && monthOf(question) <= to,
    );
    return since.length === 0 ? counts : addedUp([...counts, ...since.flatMap(countsOf)]);
  })();
}

function countsOf(question: DeskQuestion): QuestionCount[] {
  const values = valuesOf(question);
  return VARIABLES.map((variable) => ({ variable, value: values[variable], number: 1 }));
}

function addedUp(counts: readonly QuestionCount[]): QuestionCount[] {
  const sums = new Map<string, QuestionCount>();
  for (const each of counts) {
    const key = `${each.variable} ${each.value}`;
    sums.set(key, { ...each, number: each.number + (sums.get(key)?.number ?? 0) });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}

/** How many questions each month had, oldest first; a month without any is not there. Throws SqliteError. */
export function readMonths(db: ReadDb): { readonly month: Month; readonly number: number }[] {
  return db.prepare<[], { month: Month; number: number }>(MONTHS).all();
}

/** How many questions were asked on a day. Throws SqliteError. */
export function countOfDay(db: ReadDb, day: CalendarDate): number {
  const [month, date] = [day.slice(0, 7), day.slice(8)];
  return (
    db
      .prepare<[{ month: Month; date: string; day: string }], number>(OF_DAY)
      .pluck()
      .get({ month, date, day }) ?? 0
  );
}

const COUNTS = `SELECT variable, value, sum(number) AS number FROM question_counts WHERE month BETWEEN ? AND ?
  GROUP BY variable, value ORDER BY variable, value`;
const MONTHS = `SELECT month, sum(number) AS number FROM (
    SELECT month, number FROM question_counts WHERE variable = 'category'
    UNION ALL SELECT substr(at, 1, 7), 1 FROM desk_questions WHERE ${NOT_PASSED_ON}
  ) GROUP BY month ORDER BY month`;
const OF_DAY = `SELECT sum(number) FROM (
    SELECT number FROM question_counts WHERE month = @month AND variable = 'day' AND value = @date
    UNION ALL SELECT 1 FROM desk_questions WHERE ${NOT_PASSED_ON} AND substr(at, 1, 10) = @day
  )`;

// One statement for all variables, of which there are a dozen. The WHERE tells the parser that ON belongs to the INSERT.
const ADD_ALL = `INSERT INTO question_counts (month, variable, value, number)
  SELECT ?, key, value, 1 FROM json_each(?) WHERE true
  ON CONFLICT (month, variable, value) DO UPDATE SET number = number + 1`;
const REMOVE_LAST =
  'DELETE FROM question_counts WHERE month = ? AND variable = ? AND value = ? AND number = 1';
const TAKE_OFF =
  'UPDATE question_counts SET number = number - 1 WHERE month = ? AND variable = ? AND value = ?';
