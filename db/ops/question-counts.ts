import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { DeskQuestion } from '../../core/domain/desk/desk-question.ts';
import type { Month } from '../../core/domain/report/month.ts';
import { monthOf, VARIABLES, type Variable, valuesOf } from '../../core/domain/report/variables.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { prepared } from '../prepared.ts';

/** How many questions there were of a value. */
export type QuestionCount = { readonly variable: Variable; readonly value: string; readonly number: number };

/**
 * Counts a question (1), or one that was counted no more (-1): a correction is both. Call it in the transaction that writes the question,
 * so that the counts are always those of the questions. Throws SqliteError, and Error
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

/** The counts of the months from `from` up to and with `to`, added up. Throws SqliteError. */
export function readQuestionCounts(db: ReadDb, from: Month, to: Month): QuestionCount[] {
  return db
    .prepare<[Month, Month], QuestionCount>(
      `SELECT variable, value, sum(number) AS number FROM question_counts WHERE month BETWEEN ? AND ?
       GROUP BY variable, value ORDER BY variable, value`,
    )
    .all(from, to);
}

/** How many questions each month had, oldest first; a month without any is not there. Throws SqliteError. */
export function readMonths(db: ReadDb): { readonly month: Month; readonly number: number }[] {
  return db
    .prepare<[], { month: Month; number: number }>(
      `SELECT month, sum(number) AS number FROM question_counts WHERE variable = 'category'
       GROUP BY month ORDER BY month`,
    )
    .all();
}

/** How many questions were asked on a day. Throws SqliteError. */
export function countOfDay(db: ReadDb, day: CalendarDate): number {
  const number = db
    .prepare<[Month, string], number>(
      "SELECT number FROM question_counts WHERE month = ? AND variable = 'day' AND value = ?",
    )
    .pluck()
    .get(day.slice(0, 7), day.slice(8));
  return number ?? 0;
}

// One statement for all variables: somebody waits for it. The WHERE tells the parser that ON belongs to the INSERT.
const ADD_ALL = `INSERT INTO question_counts (month, variable, value, number)
  SELECT ?, key, value, 1 FROM json_each(?) WHERE true
  ON CONFLICT (month, variable, value) DO UPDATE SET number = number + 1`;
const REMOVE_LAST =
  'DELETE FROM question_counts WHERE month = ? AND variable = ? AND value = ? AND number = 1';
const TAKE_OFF =
  'UPDATE question_counts SET number = number - 1 WHERE month = ? AND variable = ? AND value = ?';
