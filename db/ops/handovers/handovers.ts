import { hourOf } from '../../../core/contract/sync/count.ts';
import { type HandoverState, move } from '../../../core/domain/desk/handover.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { type HandoverBy, recordHandover } from './handover-acts.ts';

/** Where what a visitor typed is: `here` until the server has it; the rest as the server says. */
export const SEALED_PLACES = ['none', 'here', 'waiting', 'delivered', 'deleted'] as const;
export type SealedPlace = (typeof SEALED_PLACES)[number];

/** Does the server have it? `refused`: it never will. */
export const TOLD = ['no', 'yes', 'refused'] as const;

/** A handover as it stands in the store. `given_at` is an hour. */
export type StoredHandover = {
  readonly id: string;
  readonly code: string;
  readonly partner: string;
  readonly partner_name: string;
  readonly given_at: string;
  readonly state: HandoverState;
  readonly sealed: SealedPlace;
  readonly told: (typeof TOLD)[number];
  /** Under which id this device told it; null when not, or when nobody knows. */
  readonly told_by: string | null;
  readonly last_said: number;
  /** The highest number of what the desk said that the server heard. */
  readonly heard_said: number;
  /** Since when the clock says what it should not (`fateOf`). */
  readonly noticed_at: string | null;
};

/** Writes down a handover that was just given, in the audit log too. Throws SqliteError, also when the code was given before. */
export function writeHandover(
  db: WriteDb,
  given: Pick<StoredHandover, 'id' | 'code' | 'partner' | 'partner_name'> & { readonly sealed: boolean },
  by: HandoverBy,
): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO handovers (id, code, partner, partner_name, given_at, state, sealed)
       VALUES (@id, @code, @partner, @partner_name, @given_at, 'given', @sealed)`,
    ).run({ ...given, given_at: hourOf(by.now), sealed: given.sealed ? 'here' : 'none' });
    recordHandover(db, 'handover-given', given.id, by);
  }).immediate();
}

/** The handovers of this desk, those of the last hour first. */
export function listHandovers(db: ReadDb): StoredHandover[] {
  return db.prepare<[], StoredHandover>('SELECT * FROM handovers ORDER BY given_at DESC, code').all();
}

/** One of them; undefined when it is not there. */
export function findHandover(db: ReadDb, id: string): StoredHandover | undefined {
  return db.prepare<[string], StoredHandover>('SELECT * FROM handovers WHERE id = ?').get(id);
}

/** Puts down something that the server is to be told of a handover, with the next number. Call it in a transaction. */
export function addSaying(db: WriteDb, id: string, state: HandoverState): void {
  db.prepare('UPDATE handovers SET last_said = last_said + 1 WHERE id = ?').run(id);
  db.prepare(
    'INSERT INTO handover_said (handover, number, state) SELECT id, last_said, ? FROM handovers WHERE id = ?',
  ).run(state, id);
}

/** Nobody says so much of one handover between two copies of the store. */
const AHEAD = 1_000;

/**
 * The store is an older copy of itself: what was said since had numbers that the server heard, and what has one of those again would not
 * count. So the next ones are higher than any of them can be. Throws SqliteError.
 */
export function skipSayings(db: WriteDb): void {
  db.prepare('UPDATE handovers SET last_said = last_said + ?').run(AHEAD);
}

/**
 * The desk says how far it is; the server is told later, and a withdrawal stands in the audit log. False when that cannot be said now.
 * Throws SqliteError.
 */
export function sayOfHandover(db: WriteDb, id: string, to: HandoverState, by: HandoverBy): boolean {
  return db
    .transaction(() => {
      const found = findHandover(db, id);
      if (found === undefined || move(found.state, to, 'desk') === undefined) return false;
      addSaying(db, id, to);
      db.prepare('UPDATE handovers SET state = ? WHERE id = ?').run(to, id);
      if (to === 'withdrawn') recordHandover(db, 'handover-withdrawn', id, by);
      return true;
    })
    .immediate();
}
