import { hourOf } from '../../../core/contract/sync/count.ts';
import {
  type DeskQuestion,
  MOST_OF_VISITOR,
  type QuestionFacts,
} from '../../../core/domain/desk/desk-question.ts';
import type { LocalHour } from '../../../core/domain/desk/local-hour.ts';
import type { WriteDb } from '../../open.ts';
import { prepared } from '../../prepared.ts';
import { hourId } from '../hour-id.ts';
import { questionProof } from './question-proof.ts';
import type { LoggedQuestion, QuestionRow } from './question-row.ts';
import { readQuestion } from './read-questions.ts';

/** What is logged. */
export type QuestionToLog = {
  /** The hour on the wall in which it was asked. */
  readonly at: LocalHour;
  readonly facts: QuestionFacts;
  /** The number of the question before it, when the same visitor asks another one. */
  readonly after?: number | undefined;
  /** A free note, which was looked at before. It stays here. */
  readonly note?: string | undefined;
};

/**
 * Logs a question: it is on the disk when this returns. Its row and a note are all that is written, because somebody waits for it; that it
 * counts, and that the server is told of it, follows from the row (`passOnQuestions`). Throws SqliteError, and then nothing was logged.
 */
export function logQuestion(db: WriteDb, now: Date, asked: QuestionToLog): LoggedQuestion {
  const write = () => writeQuestion(db, now, asked);
  // One statement is a transaction of its own: to begin and end one around it is a twentieth of what somebody waits.
  const isOneStatement = asked.after === undefined && asked.note === undefined;
  return isOneStatement ? write() : db.transaction(write).immediate();
}

function writeQuestion(db: WriteDb, now: Date, { at, facts, after, note }: QuestionToLog): LoggedQuestion {
  const before = after === undefined ? undefined : readQuestion(db, after);
  const nth = Math.min((before?.nth ?? 0) + 1, MOST_OF_VISITOR);
  const question: DeskQuestion = { id: hourId(hourOf(now)), at, ...facts, nth };
  const loggedAt = now.toISOString();
  const talk = before === undefined ? null : (before.talk ?? before.number);
  const proof = questionProof(question, { loggedAt, talk, revision: 1 });
  const number = insert(db, { ...question, loggedAt, talk, proof });
  if (note !== undefined)
    db.prepare('INSERT INTO desk_notes (question, at, note) VALUES (?, ?, ?)').run(number, loggedAt, note);
  return { number, loggedAt, question, corrected: false };
}

function insert(
  db: WriteDb,
  row: DeskQuestion & Pick<QuestionRow, 'talk' | 'proof'> & { readonly loggedAt: string },
): number {
  const { lastInsertRowid } = prepared(db, INSERT).run(row);
  return Number(lastInsertRowid);
}

const INSERT = `INSERT INTO desk_questions (id, at, logged_at, category, sub_category, organization, channel, duration, outcome,
         language, place, nth, talk, proof)
       VALUES (@id, @at, @loggedAt, @category, @subCategory, @organization, @channel, @duration, @outcome,
         @language, @place, @nth, @talk, @proof)`;
