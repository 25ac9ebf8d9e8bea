import { hourOf } from '../../../core/contract/sync/count.ts';
import { type HandoverState, move } from '../../../core/domain/desk/handover.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { type HandoverBy, recordHandover } from './handover-acts.ts';

/** Where what a visitor typed is: `here` until the server has it; the rest as the server says. */
export type SealedPlace = 'none' | 'here' | 'waiting' | 'delivered' | 'deleted';

/** A handover as it stands in the store. `given_at` is an hour. */
export type StoredHandover = {
  readonly id: string;
  readonly code: string;
  readonly partner: string;
  readonly partner_name: string;
  readonly given_at: string;
  readonly state: HandoverState;
  readonly sealed: SealedPlace;
  readonly told: 'no' | 'yes' | 'refused';
  readonly last_said: number;
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

/**
 * The desk says how far it is; the server is told later, and a withdrawal stands in the audit log. False when that cannot be said now.
 * Throws SqliteError.
 */
export function sayOfHandover(db: WriteDb, id: string, to: HandoverState, by: HandoverBy): boolean {
  return db
    .transaction(() => {
      const found = findHandover(db, id);
      if (found === undefined || move(found.state, to, 'desk') === undefined) return false;
      const number = found.last_said + 1;
      db.prepare('UPDATE handovers SET state = ?, last_said = ? WHERE id = ?').run(to, number, id);
      db.prepare('INSERT INTO handover_said (handover, number, state) VALUES (?, ?, ?)').run(id, number, to);
      if (to === 'withdrawn') recordHandover(db, 'handover-withdrawn', id, by);
      return true;
    })
    .immediate();
}
