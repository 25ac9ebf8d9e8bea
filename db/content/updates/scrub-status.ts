import type { ReadDb, WriteDb } from '../../open.ts';

/**
 * When all that is stored was last looked at, in milliseconds since 1970, and how far a look came that is still to go on. `lost`: what
 * the last whole look lost, by name; `losing`: what the one that goes on has lost so far.
 */
export type ScrubStatus = {
  readonly finished_at: number | null;
  readonly reached: string | null;
  readonly losing: readonly string[];
  readonly lost: readonly string[];
};

type Row = Pick<ScrubStatus, 'finished_at' | 'reached'> & { readonly losing: string; readonly lost: string };

/** How the scrub stands. */
export function readScrubStatus(db: ReadDb): ScrubStatus {
  const row = db.prepare<[], Row>('SELECT finished_at, reached, losing, lost FROM scrub_status').get();
  if (row === undefined) return { finished_at: null, reached: null, losing: [], lost: [] };
  return { ...row, losing: namesIn(row.losing), lost: namesIn(row.lost) };
}

/** Writes down how far a look has come; null when it begins anew. */
export function markScrub(db: WriteDb, reached: string | null): void {
  db.prepare("UPDATE scrub_status SET reached = @reached, losing = iif(@reached IS NULL, '[]', losing)").run({
    reached,
  });
}

/** Writes down that a look has lost something; once, however often it is found. */
export function noteLost(db: WriteDb, name: string): void {
  const losing = new Set([...readScrubStatus(db).losing, name]);
  db.prepare('UPDATE scrub_status SET losing = ?').run(JSON.stringify([...losing]));
}

/** Writes down that all was looked at. */
export function finishScrub(db: WriteDb, now: number): void {
  db.prepare("UPDATE scrub_status SET finished_at = ?, reached = NULL, lost = losing, losing = '[]'").run(
    now,
  );
}

/** What rotted here too is found by the next look. */
function namesIn(json: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(json);
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return [];
  }
}
