import { VARIABLES } from '../../../core/domain/report/variables.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { prepared } from '../../prepared.ts';
import { DamagedStoreError } from '../../store-fault.ts';
import { putQuestionInOutbox } from '../put-in-outbox.ts';
import { countQuestion } from '../question-counts.ts';
import { PASSED_ON_UNTIL } from './not-passed-on.ts';
import { type QuestionRow, questionIn } from './question-row.ts';

/**
 * Passes on the questions that were logged since the last time: counts each of them and puts it into the outbox, once, however often this is
 * called and by however many processes. All of it follows from the row of the question, also its hour and the id of its item: so it is the
 * same whenever it is done, and whoever logs waits for the row alone (decision 40). Whatever changes a question, the counts or what waits
 * of questions calls it first. Throws SqliteError, and DamagedStoreError when nobody can tell any more what was passed on; nothing is then.
 */
export function passOnQuestions(db: WriteDb): void {
  db.transaction(() => {
    const rows = prepared<[number], QuestionRow>(db, SINCE).all(passedOnUntil(db));
    for (const row of rows) {
      const question = questionIn(row);
      putQuestionInOutbox(db, new Date(row.logged_at), { type: 'question', body: question });
      countQuestion(db, question, 1);
    }
    const last = rows.at(-1);
    if (last !== undefined) prepared(db, PASSED_ON).run({ number: last.number });
  }).immediate();
}

/**
 * Sees to it that no number of a question that was passed on is given again, which what is passed on rests on: SQLite's own note of the
 * highest number may rot, and nothing in it would show. Throws SqliteError.
 */
export function keepNumbersRising(db: WriteDb): void {
  db.transaction(() => {
    const until = prepared<[], { until: number }>(db, PASSED_ON_UNTIL).get()?.until ?? 0;
    const noted = db
      .prepare<[], number>("SELECT max(seq) FROM sqlite_sequence WHERE name = 'desk_questions'")
      .pluck()
      .get();
    if ((noted ?? 0) >= until) return;
    db.prepare("DELETE FROM sqlite_sequence WHERE name = 'desk_questions'").run();
    db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('desk_questions', ?)").run(until);
  }).immediate();
}

const SINCE = 'SELECT * FROM desk_questions WHERE number > ? ORDER BY number';
const PASSED_ON = `INSERT INTO passed_on (only, until, mirror) VALUES (1, @number, ~@number)
  ON CONFLICT (only) DO UPDATE SET until = excluded.until, mirror = excluded.mirror`;

/**
 * The number that is kept, or when it rotted, the one that follows from the counts: questions are passed on in the order of their numbers,
 * and each that is here and was passed on is counted once by each variable.
 */
function passedOnUntil(db: ReadDb): number {
  const kept = prepared<[], { until: number }>(db, PASSED_ON_UNTIL).get()?.until;
  if (kept !== undefined) return kept;
  const counted = new Map(
    db
      .prepare<[], [string, number]>('SELECT variable, sum(number) FROM question_counts GROUP BY variable')
      .raw()
      .all(),
  );
  const [passed, ...others] = new Set(VARIABLES.map((variable) => counted.get(variable) ?? 0));
  if (passed === 0 && others.length === 0) return 0;
  const last = db
    .prepare<[number], number>('SELECT number FROM desk_questions ORDER BY number LIMIT 1 OFFSET ?')
    .pluck()
    .get((passed ?? 0) - 1);
  if (others.length > 0 || last === undefined)
    throw new DamagedStoreError('which questions were passed on cannot be told any more');
  return last;
}
