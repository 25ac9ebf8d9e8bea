import type { NewPartner } from '../../../core/contract/administration/organisations.ts';
import type { DeviceId } from '../../../core/contract/sync/device.ts';
import {
  type AnsweredHandover,
  type HandoverAnswer,
  MOST_ANSWERED,
} from '../../../core/contract/sync/handovers.ts';
import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import { afterDesk, HandoverState, MOST_DAYS_OPEN, sayingsTo } from '../../../core/domain/desk/handover.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { recordHandover, type Sealing } from './handover-acts.ts';
import { addSaying, findHandover, type SealedPlace, type StoredHandover } from './handovers.ts';
import { readPartners, writePartners } from './partners.ts';

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
 * which nothing sealed has to lie here any more. What a partner fetched since is written in the audit log. What the server does not know
 * any more, because it began again from an older copy of itself, waits to be told again. Throws SqliteError.
 */
export function takeHandoverAnswer(
  db: WriteDb,
  { device, partners, handovers, refused }: HandoverAnswer,
  sealing: Sealing,
): string[] {
  return db
    .transaction(() => {
      const useless = dropLockedToOldKeys(db, partners);
      writePartners(db, partners);
      for (const id of refused)
        db.prepare(
          "UPDATE handovers SET told = 'refused', sealed = iif(sealed = 'none', 'none', 'deleted') WHERE id = ?",
        ).run(id);
      for (const each of handovers) takeOne(db, device, each, sealing);
      if (handovers.length < MOST_ANSWERED)
        tellLostAgain(db, device, new Set(handovers.map(({ id }) => id)), sealing.now);
      return [...useless, ...refused, ...handovers.map(({ id }) => id)];
    })
    .immediate();
}

/** A partner who has another key cannot open what was locked to the one before. Which handovers that is of; call it in a transaction. */
function dropLockedToOldKeys(db: WriteDb, partners: readonly NewPartner[]): string[] {
  const now = new Map(partners.map(({ id, recipient }) => [id, recipient]));
  return readPartners(db)
    .filter(({ id, recipient }) => now.has(id) && recipient !== undefined && now.get(id) !== recipient)
    .flatMap(({ id }) =>
      db
        .prepare<[string], string>(
          "UPDATE handovers SET sealed = 'deleted' WHERE partner = ? AND sealed = 'here' RETURNING id",
        )
        .pluck()
        .all(id),
    );
}

function takeOne(
  db: WriteDb,
  device: DeviceId,
  { id, state, sealed, said }: AnsweredHandover,
  sealing: Sealing,
): void {
  const found = findHandover(db, id);
  if (found === undefined) return;
  db.prepare(
    "UPDATE handovers SET told = 'yes', told_by = ?, sealed = ?, last_said = max(last_said, ?), heard_said = ? WHERE id = ?",
  ).run(device, sealedNow(found.sealed, sealed), said, said, id);
  if (said < found.heard_said) sayAgain(db, found);
  else db.prepare('DELETE FROM handover_said WHERE handover = ? AND number <= ?').run(id, said);
  const since = saidOf(db, id).map((each) => each.state);
  db.prepare('UPDATE handovers SET state = ? WHERE id = ?').run(afterDesk(state, since), id);
  if (sealed === 'delivered' && found.sealed !== 'delivered')
    recordHandover(db, 'handover-delivered', id, { ...sealing, person: null });
}

/** A server that has nothing sealed of a handover of which something was, lost it, or never got it. */
function sealedNow(before: SealedPlace, told: AnsweredHandover['sealed']): SealedPlace {
  if (told !== 'none' || before === 'none') return told;
  return before === 'delivered' ? 'delivered' : 'deleted';
}

/**
 * Handovers of which the server knew from this device, and which are not among all those that it knows from it: a desk that was enrolled
 * anew is another device to it. Those that it forgets of age it must not hear of again.
 */
function tellLostAgain(db: WriteDb, device: DeviceId, known: ReadonlySet<string>, now: Date): void {
  const oldest = new Date(now.getTime() - (MOST_DAYS_OPEN - 1) * DAY_MS).toISOString();
  const told = db
    .prepare<[DeviceId, string, string], StoredHandover>(
      "SELECT * FROM handovers WHERE told = 'yes' AND told_by = ? AND given_at > ? AND given_at <= ?",
    )
    .all(device, oldest, now.toISOString());
  for (const found of told) {
    if (known.has(found.id)) continue;
    db.prepare(
      "UPDATE handovers SET told = 'no', heard_said = 0, sealed = iif(sealed = 'waiting', 'deleted', sealed) WHERE id = ?",
    ).run(found.id);
    sayAgain(db, found);
  }
}

/** Says of a handover once more how far it is, in place of what waits to be said. Call it in a transaction. Throws SqliteError. */
export function sayAgain(db: WriteDb, { id, state }: StoredHandover): void {
  db.prepare('DELETE FROM handover_said WHERE handover = ?').run(id);
  for (const to of sayingsTo(state)) addSaying(db, id, to);
}

function saidOf(db: ReadDb, id: string): Said[] {
  return db
    .prepare<[string], { number: number; state: string }>(
      'SELECT number, state FROM handover_said WHERE handover = ? ORDER BY number',
    )
    .all(id)
    .map(({ number, state }) => ({ number, state: HandoverState.parse(state) }));
}

/**
 * The device belongs to another library or server: that one hears of no handover of before, and what was sealed for a partner of before
 * goes nowhere; its file is deleted as those of no purpose are. Who helps is heard anew. Throws SqliteError.
 */
export function forgetTelling(db: WriteDb): void {
  db.prepare("UPDATE handovers SET told = 'refused', sealed = iif(sealed = 'here', 'deleted', sealed)").run();
  db.prepare('DELETE FROM handover_said').run();
  writePartners(db, []);
}
