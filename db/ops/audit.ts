import type { ReadDb, WriteDb } from '../open.ts';

/** Of what was done so much is kept, the newest. */
export const MOST_AUDITED = 2_000;

/** What can be done at a kiosk by whoever knows the PIN; and what somebody tried who does not. */
export const ACTS = [
  'pin-set',
  'signed-in',
  'signed-out',
  'locked-out',
  'looked',
  'imported',
  'accepted-expired',
  'installed',
  'held',
  'released',
  'rolled-back',
  'factory',
  'enrolled',
] as const;
export type Act = (typeof ACTS)[number];

/** Something that was done: `at` is an ISO 8601 time, `detail` says with what: a pack and its version, a folder. */
export type Audited = { readonly at: string; readonly act: Act; readonly detail: string };

/** Writes down what was done. Never who: nobody has a name here. Throws SqliteError. */
export function recordAct(db: WriteDb, { at, act, detail }: Audited): void {
  db.transaction(() => {
    db.prepare('INSERT INTO audit (at, act, detail) VALUES (?, ?, ?)').run(at, act, detail);
    db.prepare('DELETE FROM audit WHERE id <= (SELECT max(id) FROM audit) - ?').run(MOST_AUDITED);
  }).immediate();
}

/** What was done last, newest first. */
export function listActs(db: ReadDb, most: number): Audited[] {
  return db
    .prepare<[number], Audited>('SELECT at, act, detail FROM audit ORDER BY id DESC LIMIT ?')
    .all(most);
}
