import type { Month } from '../../../core/domain/report/month.ts';
import type { WriteDb } from '../../open.ts';
import { questionProof } from './question-proof.ts';
import { type QuestionRow, questionIn } from './question-row.ts';

/**
 * This device told of the questions of a month itself, which it may only while it belongs to no server. They stay here: what waits of them
 * for a server goes, and what becomes of them later is told to none either. So a library that this device joins tells of none of them
 * a second time, and nothing is reckoned back from two tellings (decision 39). Throws SqliteError.
 */
export function keepQuestionsHere(db: WriteDb, month: Month): void {
  const keep = db.prepare('UPDATE desk_questions SET told_here = 1, proof = ? WHERE number = ?');
  db.transaction(() => {
    const rows = db
      .prepare<[Month], QuestionRow>('SELECT * FROM desk_questions WHERE substr(at, 1, 7) = ?')
      .all(month);
    for (const row of rows) {
      const { number, logged_at: loggedAt, talk, revision } = row;
      keep.run(questionProof(questionIn(row), { loggedAt, talk, revision, toldHere: true }), number);
    }
    db.prepare(
      `DELETE FROM outbox WHERE type IN ('question', 'question-corrected', 'question-withdrawn')
         AND json_extract(body, '$.id') IN (SELECT id FROM desk_questions WHERE told_here = 1)`,
    ).run();
  }).immediate();
}
