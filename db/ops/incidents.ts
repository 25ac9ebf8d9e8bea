import type { WriteDb } from '../open.ts';

/** Older incidents than this many newer ones are forgotten, so that a fault that repeats does not fill the disk. */
const MOST_INCIDENTS = 500;

/** Something that went wrong and that staff should hear of. */
export type Incident = { readonly at: string; readonly code: string; readonly detail: string };

/** Writes down an incident. `at` is an ISO 8601 time. */
export function recordIncident(db: WriteDb, incident: Incident): void {
  db.transaction(() => {
    db.prepare('INSERT INTO incidents (at, code, detail) VALUES (?, ?, ?)').run(
      incident.at,
      incident.code,
      incident.detail,
    );
    db.prepare('DELETE FROM incidents WHERE id <= (SELECT max(id) FROM incidents) - ?').run(MOST_INCIDENTS);
  }).immediate();
}

/** The incidents, newest first. */
export function listIncidents(db: WriteDb): Incident[] {
  return db.prepare<[], Incident>('SELECT at, code, detail FROM incidents ORDER BY id DESC').all();
}
