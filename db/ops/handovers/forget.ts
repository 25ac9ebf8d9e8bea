import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import { isOver, MOST_DAYS_OPEN, MOST_DAYS_SEALED } from '../../../core/domain/desk/handover.ts';
import type { WriteDb } from '../../open.ts';
import { findHandover } from './handovers.ts';
import { deleteSealed, listSealed } from './sealed-files.ts';

/**
 * Deletes what was sealed 14 days ago or is of no handover that goes on, and handovers that were given 60 days ago. A clock that
 * was set back keeps a handover a little longer, and one that runs ahead deletes too early rather than too late. Throws SqliteError.
 */
export function forgetOldHandovers(db: WriteDb, dataDir: string, now: Date): void {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  db.prepare('DELETE FROM handovers WHERE given_at <= ?').run(before(MOST_DAYS_OPEN));
  const old = before(MOST_DAYS_SEALED);
  for (const id of listSealed(dataDir)) {
    const found = findHandover(db, id);
    if (found?.sealed === 'here' && found.given_at > old && !isOver(found.state)) continue;
    deleteSealed(dataDir, id);
    if (found?.sealed === 'here') db.prepare("UPDATE handovers SET sealed = 'deleted' WHERE id = ?").run(id);
  }
}
