import type { ReadDb, WriteDb } from '../../open.ts';

/** When all that is stored was last looked at, in milliseconds since 1970, and how far a look came that is still to go on. */
export type ScrubStatus = { readonly finished_at: number | null; readonly reached: string | null };

/** How the scrub stands. */
export function readScrubStatus(db: ReadDb): ScrubStatus {
  const row = db.prepare<[], ScrubStatus>('SELECT finished_at, reached FROM scrub_status').get();
  return row ?? { finished_at: null, reached: null };
}

/** Writes down how far a look has come; null when it begins anew. */
export function markScrub(db: WriteDb, reached: string | null): void {
  db.prepare('UPDATE scrub_status SET reached = ?').run(reached);
}

/** Writes down that all was looked at. */
export function finishScrub(db: WriteDb, now: number): void {
  db.prepare('UPDATE scrub_status SET finished_at = ?, reached = NULL').run(now);
}
