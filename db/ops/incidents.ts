import type { ReadDb, WriteDb } from '../open.ts';

/** Of the incidents so many are kept, the newest: a fault that repeats must not fill the disk. */
export const MOST_INCIDENTS = 500;

/** Something that went wrong and that staff should hear of. */
export type Incident = { readonly at: string; readonly code: string; readonly detail: string };

/** Writes down an incident. `at` is an ISO 8601 time. */
export function recordIncident(db: WriteDb, { at, code, detail }: Incident): void {
  db.transaction(() => {
    db.prepare('INSERT INTO incidents (at, code, detail) VALUES (?, ?, ?)').run(at, code, detail);
    db.prepare('DELETE FROM incidents WHERE id <= (SELECT max(id) FROM incidents) - ?').run(MOST_INCIDENTS);
  }).immediate();
}

/** The codes of the newest incidents after a time (ISO 8601), so many at most, oldest first. */
export function incidentCodesSince(db: ReadDb, since: string, most: number): string[] {
  return db
    .prepare<[string, number], string>('SELECT code FROM incidents WHERE at > ? ORDER BY id DESC LIMIT ?')
    .pluck()
    .all(since, most)
    .reverse();
}

/** The incidents, newest first. */
export function listIncidents(db: ReadDb): Incident[] {
  return db.prepare<[], Incident>('SELECT at, code, detail FROM incidents ORDER BY id DESC').all();
}
