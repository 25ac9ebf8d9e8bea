import type { AnsweredHandover, HandoverAnswer } from '../../../core/contract/sync/handovers.ts';
import { afterDesk, HandoverState } from '../../../core/domain/desk/handover.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { recordHandover, type Sealing } from './handover-acts.ts';
import { findHandover, type StoredHandover } from './handovers.ts';
import { writePartners } from './partners.ts';

/** Something that the desk said, with its number. */
export type Said = { readonly number: number; readonly state: HandoverState };

/** What the server does not know yet, so many at most, the oldest first: each with what the desk said of it since. */
export function untoldHandovers(
  db: ReadDb,
  most: number,
): { readonly handover: StoredHandover; readonly said: readonly Said[] }[] {
  return db
    .prepare<[number], StoredHandover>(
      `SELECT * FROM handovers h
       WHERE told = 'no' OR (told = 'yes' AND EXISTS (SELECT 1 FROM handover_said WHERE handover = h.id))
       ORDER BY given_at, code LIMIT ?`,
    )
    .all(most)
    .map((handover) => ({ handover, said: saidOf(db, handover.id) }));
}

/**
 * Takes what the server answered. What the desk said since it was asked comes on top of what the server knows. Returns the ids of
 * which nothing sealed has to lie here any more. What a partner fetched since is written in the audit log. Throws SqliteError.
 */
export function takeHandoverAnswer(
  db: WriteDb,
  { partners, handovers, refused }: HandoverAnswer,
  sealing: Sealing,
): string[] {
  return db
    .transaction(() => {
      writePartners(db, partners);
      for (const id of refused)
        db.prepare(
          "UPDATE handovers SET told = 'refused', sealed = iif(sealed = 'none', 'none', 'deleted') WHERE id = ?",
        ).run(id);
      for (const each of handovers) takeOne(db, each, sealing);
      return [...refused, ...handovers.map(({ id }) => id)];
    })
    .immediate();
}

function takeOne(db: WriteDb, { id, state, sealed, said }: AnsweredHandover, sealing: Sealing): void {
  const found = findHandover(db, id);
  if (found === undefined) return;
  db.prepare('DELETE FROM handover_said WHERE handover = ? AND number <= ?').run(id, said);
  const since = saidOf(db, id).map((each) => each.state);
  db.prepare(
    "UPDATE handovers SET told = 'yes', state = ?, sealed = ?, last_said = max(last_said, ?) WHERE id = ?",
  ).run(afterDesk(state, since), sealed, said, id);
  if (sealed === 'delivered' && found.sealed !== 'delivered')
    recordHandover(db, 'handover-delivered', id, { ...sealing, person: null });
}

function saidOf(db: ReadDb, id: string): Said[] {
  return db
    .prepare<[string], { number: number; state: string }>(
      'SELECT number, state FROM handover_said WHERE handover = ? ORDER BY number',
    )
    .all(id)
    .map(({ number, state }) => ({ number, state: HandoverState.parse(state) }));
}
