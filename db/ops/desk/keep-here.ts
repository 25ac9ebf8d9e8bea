import type { Month } from '../../../core/domain/report/month.ts';
import type { WriteDb } from '../../open.ts';
import { passOnQuestions } from './pass-on.ts';
import { questionProof } from './question-proof.ts';
import { type QuestionRow, questionIn } from './question-row.ts';

/**
 * This device told of the questions of a month itself, which it may only while it belongs to no server. They stay here: what waits of them
 * for a server goes, and what becomes of them later is told to none either. So a library that this device joins tells of none of them
 * a second time, and nothing is reckoned back from two tellings (decision 39). Throws SqliteError.
 */
export function keepQuestionsHere(db: WriteDb, month: Month): void {
  db.transaction(() => {
    passOnQuestions(db);
    keep(
      db,
      db.prepare<[Month], QuestionRow>('SELECT * FROM desk_questions WHERE substr(at, 1, 7) = ?').all(month),
    );
    db.prepare(
      `DELETE FROM outbox WHERE type IN ('question', 'question-corrected', 'question-withdrawn')
         AND json_extract(body, '$.id') IN (SELECT id FROM desk_questions WHERE told_here = 1)`,
    ).run();
  }).immediate();
}

/**
 * The device is to be known under another id, or by another server. Questions that were told of, or may have been, stay as they were told:
 * under the new id a server would take what becomes of them for a question that it never heard of, and count it a second time. Those that
 * still wait are told, with what becomes of them. Throws SqliteError.
 */
export function keepToldQuestions(db: WriteDb): void {
  const untold = "SELECT json_extract(body, '$.id') FROM outbox WHERE type = 'question'";
  db.transaction(() => {
    passOnQuestions(db);
    keep(
      db,
      db
        .prepare<[], QuestionRow>(
          `SELECT * FROM desk_questions WHERE told_here = 0 AND id NOT IN (${untold})`,
        )
        .all(),
    );
    db.prepare(
      `DELETE FROM outbox WHERE type IN ('question-corrected', 'question-withdrawn')
         AND json_extract(body, '$.id') NOT IN (${untold})`,
    ).run();
  }).immediate();
}

function keep(db: WriteDb, rows: readonly QuestionRow[]): void {
  const mark = db.prepare('UPDATE desk_questions SET told_here = 1, proof = ? WHERE number = ?');
  for (const row of rows) {
    const { number, logged_at: loggedAt, talk, revision } = row;
    mark.run(questionProof(questionIn(row), { loggedAt, talk, revision, toldHere: true }), number);
  }
}
