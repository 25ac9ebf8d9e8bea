import type { ReadDb, WriteDb } from '../../open.ts';

/** Nobody corrects one question so often between two copies of the store. */
const AHEAD = 1_000;

/** The revision above which the next change of any question is, because the server may have heard of those below; 0 as a rule. Throws SqliteError. */
export function readRevisionFloor(db: ReadDb): number {
  return db.prepare<[], number>('SELECT floor FROM revision_floor').pluck().get() ?? 0;
}

/**
 * The store is an older copy of itself: corrections since had revisions that the server heard, and it takes none of those a second time. So
 * the next ones are higher than any of them can be. Throws SqliteError.
 */
export function skipRevisions(db: WriteDb): void {
  db.prepare(
    `INSERT INTO revision_floor (only, floor) VALUES (1, @ahead)
     ON CONFLICT (only) DO UPDATE SET floor = floor + @ahead`,
  ).run({ ahead: AHEAD });
}
