import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import { MOST_DAYS_NOTE } from '../../../core/domain/desk/note-guard.ts';
import type { WriteDb } from '../../open.ts';

/**
 * Deletes free notes that are 90 days old. A clock that was set back keeps one longer, and one that runs ahead deletes too early rather
 * than too late. Throws SqliteError.
 */
export function forgetOldNotes(db: WriteDb, now: Date): void {
  const oldest = new Date(now.getTime() - MOST_DAYS_NOTE * DAY_MS).toISOString();
  db.prepare('DELETE FROM desk_notes WHERE at <= ?').run(oldest);
}
