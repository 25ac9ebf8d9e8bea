import { localHourOf } from '../../core/domain/desk/local-hour.ts';
import { type Month, mayClose } from '../../core/domain/report/month.ts';
import { sinceOver } from '../../core/domain/report/month-over.ts';
import type { WriteDb } from '../open.ts';
import { readEnrolment } from './enrolment.ts';
import { readMonths } from './question-counts.ts';

/**
 * The months that this device counted and that are over, also by a second look a day after the first (`sinceOver`); what this look saw is
 * kept for the next one. None for a device of a library, of which the server tells. Throws SqliteError.
 */
export function noticeMonthsOver(db: WriteDb, now: Date): Month[] {
  if (readEnrolment(db) !== undefined) return [];
  return db
    .transaction(() => readMonths(db).flatMap(({ month }) => (isOver(db, month, now) ? [month] : [])))
    .immediate();
}

function isOver(db: WriteDb, month: Month, now: Date): boolean {
  if (!mayClose(month, now.getTime())) {
    // A clock before a month in which questions were logged, as after an empty battery, says nothing of when that month is over.
    if (localHourOf(now).slice(0, month.length) >= month)
      db.prepare('DELETE FROM months_over WHERE month = ?').run(month);
    return false;
  }
  const seen = db.prepare<[Month], Seen>(SEEN).get(month);
  const before = seen && { noticedAt: seen.noticed_at, isDoubted: seen.doubted === 1 };
  const { noticedAt, isOver: isOverNow } = sinceOver(before, now);
  if (noticedAt !== before?.noticedAt) db.prepare(NOTICE).run({ month, noticedAt });
  return isOverNow;
}

type Seen = { readonly noticed_at: string; readonly doubted: number };

const SEEN = `SELECT noticed_at,
    EXISTS (SELECT 1 FROM desk_questions WHERE number > newest AND logged_at < noticed_at) AS doubted
  FROM months_over WHERE month = ?`;
const NOTICE = `INSERT INTO months_over (month, noticed_at, newest)
  SELECT @month, @noticedAt, coalesce(max(number), 0) FROM desk_questions WHERE true
  ON CONFLICT (month) DO UPDATE SET noticed_at = excluded.noticed_at, newest = excluded.newest`;
