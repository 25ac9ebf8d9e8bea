import type { ReadDb, WriteDb } from '../../open.ts';

/** When a repository was last heard, and what went wrong last; times in milliseconds since 1970. */
export type UpdateStatus = {
  readonly contacted_at: number | null;
  readonly failed_at: number | null;
  /** A sentence for whoever looks after the kiosk. Null after an update that went well. */
  readonly failure: string | null;
};

/** How the last updates went. */
export function readUpdateStatus(db: ReadDb): UpdateStatus {
  const row = db
    .prepare<[], UpdateStatus>('SELECT contacted_at, failed_at, failure FROM update_status')
    .get();
  return row ?? { contacted_at: null, failed_at: null, failure: null };
}

/** Writes down how an update went: `failure` is undefined when it went well. */
export function recordUpdate(db: WriteDb, now: number, failure: string | undefined): void {
  if (failure === undefined) db.prepare('UPDATE update_status SET contacted_at = ?, failure = NULL').run(now);
  else db.prepare('UPDATE update_status SET failed_at = ?, failure = ?').run(now, failure);
}
