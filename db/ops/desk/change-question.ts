import { MOST_OF_VISITOR, type QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import type { LocalHour } from '../../../core/domain/desk/local-hour.ts';
import type { WriteDb } from '../../open.ts';
import { putQuestionInOutbox } from '../put-in-outbox.ts';
import { countQuestion } from '../question-counts.ts';
import { rowProof } from '../row-proof.ts';
import { passOnQuestions } from './pass-on.ts';
import { questionProof } from './question-proof.ts';
import { type LoggedQuestion, loggedIn, type QuestionRow, questionIn } from './question-row.ts';
import { readQuestion } from './read-questions.ts';
import { readRevisionFloor } from './revision-floor.ts';

/** When it was changed, and by whom: the id, as in the audit log; null where nobody had signed in. */
type By = { readonly now: Date; readonly person: string | null };

/** What a question becomes. */
export type Correction = { readonly at: LocalHour; readonly facts: QuestionFacts };

/**
 * Corrects a question: how it was is kept, and the server is told how it is, all of it or nothing. Nothing happens when it already is so.
 * `person`: who does it, as in the audit log. Undefined when there is no such question (any more). Throws SqliteError.
 */
export function correctQuestion(
  db: WriteDb,
  now: Date,
  number: number,
  { at, facts }: Correction,
  person: string | null = null,
): LoggedQuestion | undefined {
  return db
    .transaction(() => {
      passOnQuestions(db);
      const row = readQuestion(db, number);
      if (row === undefined) return undefined;
      const { subCategory, ...others } = facts;
      return loggedIn(change(db, { now, person }, row, { ...row, ...others, sub_category: subCategory, at }));
    })
    .immediate();
}

/**
 * Takes a question back: it counts no more, here and at the server, which hears of none that was told here. How it was is kept; its note is not. The questions after it in the
 * same conversation move up by one. `person`: who does it, as in the audit log. False when there is no such question (any more). Throws SqliteError.
 */
export function withdrawQuestion(
  db: WriteDb,
  now: Date,
  number: number,
  person: string | null = null,
): boolean {
  return db
    .transaction(() => {
      passOnQuestions(db);
      const row = readQuestion(db, number);
      if (row === undefined) return false;
      const before = questionIn(row);
      recordChange(db, { now, person }, row.number, before, null);
      countQuestion(db, before, -1);
      db.prepare('DELETE FROM desk_questions WHERE number = ?').run(number);
      db.prepare('DELETE FROM desk_notes WHERE question = ?').run(number);
      if (row.told_here === 0)
        putQuestionInOutbox(db, now, {
          type: 'question-withdrawn',
          body: { id: row.id, revision: nextRevision(db, row) },
        });
      const first = row.talk ?? row.number;
      const left = db
        .prepare<[number, number], QuestionRow>(
          'SELECT * FROM desk_questions WHERE number >= ? AND coalesce(talk, number) = ? ORDER BY number',
        )
        .all(first, first);
      left.forEach((each, index) => {
        change(db, { now, person }, each, { ...each, nth: Math.min(index + 1, MOST_OF_VISITOR) });
      });
      return true;
    })
    .immediate();
}

function change(db: WriteDb, by: By, row: QuestionRow, wanted: QuestionRow): QuestionRow {
  const [before, after] = [questionIn(row), questionIn(wanted)];
  if (JSON.stringify(before) === JSON.stringify(after)) return row;
  const revision = nextRevision(db, row);
  const toldHere = row.told_here === 1;
  const proof = questionProof(after, { loggedAt: row.logged_at, talk: row.talk, revision, toldHere });
  db.prepare(
    `UPDATE desk_questions SET at = @at, category = @category, sub_category = @sub_category, organization = @organization,
       channel = @channel, duration = @duration, outcome = @outcome, language = @language, place = @place, nth = @nth,
       revision = @revision, proof = @proof WHERE number = @number`,
  ).run({ ...wanted, revision, proof });
  recordChange(db, by, row.number, before, after);
  countQuestion(db, before, -1);
  countQuestion(db, after, 1);
  if (!toldHere)
    putQuestionInOutbox(db, by.now, { type: 'question-corrected', body: { ...after, revision } });
  return { ...wanted, revision, proof };
}

function nextRevision(db: WriteDb, { revision }: QuestionRow): number {
  return Math.max(revision, readRevisionFloor(db)) + 1;
}

function recordChange(
  db: WriteDb,
  { now, person }: By,
  number: number,
  before: object,
  after: object | null,
): void {
  const row = [
    number,
    now.toISOString(),
    JSON.stringify(before),
    after === null ? null : JSON.stringify(after),
    person,
  ];
  db.prepare(
    'INSERT INTO desk_changes (question, at, before, after, person, proof) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(...row, rowProof(row));
}
