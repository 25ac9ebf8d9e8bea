import type { DeskQuestion } from '../../../core/domain/desk/desk-question.ts';
import type { ReadDb } from '../../open.ts';
import { prepared } from '../../prepared.ts';
import { type QuestionRow, questionIn } from './question-row.ts';

/** Up to which question all were passed on; nothing when that rotted. */
export const PASSED_ON_UNTIL = 'SELECT until FROM passed_on WHERE mirror = ~until';

/**
 * A condition in SQL on `desk_questions`: was not passed on yet (`passOnQuestions`). Whoever reads the counts or the outbox reads these rows
 * too, in the same statement or transaction, and writes nothing: a disk that is full still tells what is so.
 */
export const NOT_PASSED_ON = `desk_questions.number > (${PASSED_ON_UNTIL})`;

/** The questions that are on the disk, and are neither counted nor in the outbox yet. Throws SqliteError. */
export function readNotPassedOn(db: ReadDb): DeskQuestion[] {
  return prepared<[], QuestionRow>(db, `SELECT * FROM desk_questions WHERE ${NOT_PASSED_ON} ORDER BY number`)
    .all()
    .map(questionIn);
}
