import { type Happening, hourOf } from '../../core/contract/sync/count.ts';
import type { QuestionItem } from '../../core/contract/sync/question.ts';
import type { WriteDb } from '../open.ts';
import { prepared } from '../prepared.ts';
import { hourId } from './hour-id.ts';

/** So many items wait at most, about 30 MB: a busy kiosk that is offline for months loses nothing, and never fills a disk. */
export const MOST_WAITING = 100_000;

/**
 * Puts something that happened into the outbox, with the hour and nothing else of the time: the id is made from that hour too. Only
 * on a device that belongs to a server, else nothing is kept; false then. The oldest happenings make room, and how many is kept.
 * Throws SqliteError.
 */
export function putInOutbox(db: WriteDb, now: Date, happening: Happening, most = MOST_WAITING): boolean {
  return db
    .transaction(() => {
      const enrolled = db.prepare("SELECT 1 FROM enrolment WHERE state <> 'revoked'").get();
      if (enrolled === undefined) return false;
      insert(db, now, happening);
      const { changes } = db
        .prepare(
          `DELETE FROM outbox WHERE type NOT IN ('question', 'question-corrected', 'question-withdrawn')
             AND seq IN (SELECT seq FROM outbox ORDER BY seq DESC LIMIT -1 OFFSET ?)`,
        )
        .run(most);
      if (changes > 0) db.prepare('UPDATE enrolment SET dropped = dropped + ?').run(changes);
      return true;
    })
    .immediate();
}

/**
 * Puts what a desk tells of a question into the outbox, with the hour of `now`. It waits however long it takes: for a device that belongs
 * to no server until it does, and it makes room for nothing, because staff were told that it is saved. The first of a question has the id of
 * the question, which was made in the same hour. Throws SqliteError.
 */
export function putQuestionInOutbox(db: WriteDb, now: Date, item: QuestionItem): void {
  // Where its first telling waits already, that is the same one: what would make it twice is a number that rotted (`passOnQuestions`).
  if (item.type === 'question') insert(db, now, item, item.body.id, 'ON CONFLICT (id) DO NOTHING');
  else insert(db, now, item);
}

function insert(
  db: WriteDb,
  now: Date,
  { type, body }: Happening | QuestionItem,
  id?: string,
  otherwise = '',
): void {
  const at = hourOf(now);
  prepared(db, `INSERT INTO outbox (id, at, type, body) VALUES (?, ?, ?, ?) ${otherwise}`).run(
    id ?? hourId(at),
    at,
    type,
    JSON.stringify(body),
  );
}
