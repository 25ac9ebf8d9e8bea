import type { DeskQuestion } from '../../../core/domain/desk/desk-question.ts';
import type { Month } from '../../../core/domain/report/month.ts';
import type { ReadDb } from '../../open.ts';
import { prepared } from '../../prepared.ts';
import { type LoggedQuestion, loggedIn, type QuestionRow, questionIn } from './question-row.ts';

/** What was logged last, newest first, so many at most. Throws SqliteError. */
export function listQuestions(db: ReadDb, most: number): LoggedQuestion[] {
  return db
    .prepare<[number], QuestionRow>('SELECT * FROM desk_questions ORDER BY number DESC LIMIT ?')
    .all(most)
    .map(loggedIn);
}

/** A few whole tally sheets: more is not looked through each time the log is shown. */
const MOST_SINCE = 2_500;

/**
 * What was logged last, newest first: so many at most, and besides them what was logged since a moment, or by a clock that was ahead. Throws
 * SqliteError.
 */
export function listQuestionsSince(db: ReadDb, most: number, since: Date): LoggedQuestion[] {
  return prepared<[{ most: number; since: string }], QuestionRow>(db, LAST_OR_SINCE)
    .all({ most, since: since.toISOString() })
    .map(loggedIn);
}

const LAST_OR_SINCE = `SELECT * FROM (SELECT * FROM desk_questions ORDER BY number DESC LIMIT ${MOST_SINCE})
  WHERE logged_at >= @since OR number >= (SELECT min(number) FROM (SELECT number FROM desk_questions ORDER BY number DESC LIMIT @most))
  ORDER BY number DESC`;

/**
 * When the question before was logged (ISO 8601), without those that a clock that ran ahead says are still to come. Undefined when there is
 * none. Throws SqliteError.
 */
export function lastLoggedAt(db: ReadDb, now: Date): string | undefined {
  return db
    .prepare<[string], string>(
      'SELECT logged_at FROM desk_questions WHERE logged_at <= ? ORDER BY number DESC LIMIT 1',
    )
    .pluck()
    .get(now.toISOString());
}

/** The row of a question; undefined when there is none (any more). Throws SqliteError. */
export function readQuestion(db: ReadDb, number: number): QuestionRow | undefined {
  return db.prepare<[number], QuestionRow>('SELECT * FROM desk_questions WHERE number = ?').get(number);
}

/**
 * The questions of a month, as they are now, without those that this device told of itself in another one: their day was corrected
 * afterwards. Throws SqliteError.
 */
export function untoldOfMonth(db: ReadDb, month: Month): DeskQuestion[] {
  return db
    .prepare<[Month], QuestionRow>(
      'SELECT * FROM desk_questions WHERE substr(at, 1, 7) = ? AND told_here = 0 ORDER BY number',
    )
    .all(month)
    .map(questionIn);
}

/**
 * A change of a question: `at` is an ISO 8601 time; `after` is null when it was taken back. `person`: the id of who did it, null where nobody
 * had signed in; `name` as long as that person works here.
 */
export type QuestionChange = {
  readonly at: string;
  readonly person: string | null;
  readonly name: string | null;
  readonly before: DeskQuestion;
  readonly after: DeskQuestion | null;
};

/** What was changed of a question after it was logged, newest first. Throws SqliteError. */
export function listChanges(db: ReadDb, number: number): QuestionChange[] {
  return db
    .prepare<[number], ChangeRow>(`${CHANGES} WHERE question = ? ORDER BY desk_changes.id DESC`)
    .all(number)
    .map(changeIn);
}

/** A tally sheet that was taken back whole is as many lines; more of them help nobody to find one. */
const MOST_WITHDRAWN = 100;
const MOST_LOOKED_AT = 1_000;

/** The questions that were taken back since a moment, as they were, the last first; the newest hundred. Throws SqliteError. */
export function listWithdrawn(db: ReadDb, since: Date): QuestionChange[] {
  return prepared<[string], ChangeRow>(db, WITHDRAWN).all(since.toISOString()).map(changeIn);
}

type ChangeRow = Omit<QuestionChange, 'before' | 'after'> & {
  readonly before: string;
  readonly after: string | null;
};

const CHANGES =
  'SELECT at, before, after, person, people.name FROM desk_changes LEFT JOIN people ON people.id = desk_changes.person';
const WITHDRAWN = `${CHANGES}
  WHERE after IS NULL AND at >= ? AND desk_changes.id > (SELECT max(id) FROM desk_changes) - ${MOST_LOOKED_AT}
  ORDER BY desk_changes.id DESC LIMIT ${MOST_WITHDRAWN}`;

function changeIn({ before, after, ...row }: ChangeRow): QuestionChange {
  return {
    ...row,
    before: JSON.parse(before) as DeskQuestion,
    after: after === null ? null : (JSON.parse(after) as DeskQuestion),
  };
}

/** The note of a question; null when it has none. Throws SqliteError. */
export function readNote(db: ReadDb, number: number): string | null {
  const note = db
    .prepare<[number], string>('SELECT note FROM desk_notes WHERE question = ?')
    .pluck()
    .get(number);
  return note ?? null;
}
