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

/** The codes of the newest incidents after one (0: after none), so many at most, oldest first. */
export function incidentCodesAfter(db: ReadDb, id: number, most: number): string[] {
  return db
    .prepare<[number, number], string>('SELECT code FROM incidents WHERE id > ? ORDER BY id DESC LIMIT ?')
    .pluck()
    .all(id, most)
    .reverse();
}

/** The id of the newest incident, which only rises; 0 when there was none. */
export function newestIncident(db: ReadDb): number {
  return db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM incidents').pluck().get() as number;
}

/** The incidents, newest first. */
export function listIncidents(db: ReadDb): Incident[] {
  return db.prepare<[], Incident>('SELECT at, code, detail FROM incidents ORDER BY id DESC').all();
}
