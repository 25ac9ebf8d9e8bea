import { isOver } from '../../../core/domain/desk/handover.ts';
import { fateOf } from '../../../core/domain/desk/handover-age.ts';
import type { WriteDb } from '../../open.ts';
import { doubtfulHandovers } from '../row-mirror.ts';
import { findHandover, listHandovers } from './handovers.ts';
import { deleteSealed, listSealed } from './sealed-files.ts';

/**
 * Deletes what was sealed 14 days ago or is of no handover that goes on, and handovers that were given 60 days ago. What a clock does to it
 * that was set wrong, `fateOf` says. What rotted is left alone. Throws SqliteError.
 */
export function forgetOldHandovers(db: WriteDb, dataDir: string, now: Date): void {
  // Their hours may be what rotted: they wait until they are mended, or done without.
  const doubtful = doubtfulHandovers(db);
  const keeps = new Set(doubtful);
  const seen = new Set<string>();
  for (const { id, given_at, noticed_at, sealed, state } of listHandovers(db)) {
    seen.add(id);
    if (doubtful.has(id)) continue;
    const fate = fateOf({ givenAt: given_at, noticedAt: noticed_at }, now);
    if (fate.isOver) {
      db.prepare('DELETE FROM handovers WHERE id = ?').run(id);
      continue;
    }
    if (fate.noticedAt !== noticed_at || fate.givenAt !== given_at)
      db.prepare('UPDATE handovers SET given_at = ?, noticed_at = ? WHERE id = ?').run(
        fate.givenAt,
        fate.noticedAt,
        id,
      );
    if (sealed === 'here' && !fate.isSealedOver && !isOver(state)) keeps.add(id);
  }
  for (const id of listSealed(dataDir)) {
    if (keeps.has(id)) continue;
    // Whoever gives one has its file before its row: that is waited for, and a row of since the others were read keeps its file.
    db.transaction(() => {
      if (!seen.has(id) && findHandover(db, id) !== undefined) return;
      deleteSealed(dataDir, id);
      db.prepare("UPDATE handovers SET sealed = 'deleted' WHERE id = ? AND sealed = 'here'").run(id);
    }).immediate();
  }
}
