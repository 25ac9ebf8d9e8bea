import type { Acknowledgement, Item } from '../../core/contract/sync/batch.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { NOT_PASSED_ON } from './desk/not-passed-on.ts';
import { passOnQuestions } from './desk/pass-on.ts';
import { newestIncident } from './incidents.ts';

/**
 * The oldest that wait, so many at most, oldest first; `except`: ids that are passed over. Questions that were not passed on yet are now.
 * Throws SqliteError, and DamagedStoreError as `passOnQuestions` does.
 */
export function oldestInOutbox(db: WriteDb, most: number, except: readonly string[] = []): Item[] {
  passOnQuestions(db);
  return db
    .prepare<[string, number], Item & { body: string }>(
      `SELECT id, seq, at, type, body FROM outbox WHERE id NOT IN (SELECT value FROM json_each(?))
       ORDER BY seq LIMIT ?`,
    )
    .all(JSON.stringify(except), most)
    .map((row) => ({ ...row, body: JSON.parse(row.body) }));
}

/** The newest that waits, or none. Throws SqliteError. */
export function newestInOutbox(db: ReadDb): Item[] {
  return db
    .prepare<[], Item & { body: string }>(
      'SELECT id, seq, at, type, body FROM outbox ORDER BY seq DESC LIMIT 1',
    )
    .all()
    .map((row) => ({ ...row, body: JSON.parse(row.body) }));
}

/**
 * The server does not understand the batch that is on its way, and would not the next time either: it goes in halves, so that one item
 * which it cannot read holds up none of the others. The last one left is given up and counted as put aside. `empty` when there
 * was none: then the batch itself is what it does not understand.
 */
export function partBatch(db: WriteDb, items: readonly Pick<Item, 'id'>[]): 'halves' | 'given-up' | 'empty' {
  return db
    .transaction(() => {
      db.prepare('UPDATE enrolment SET batch = NULL').run();
      const [only] = items;
      if (only === undefined) return 'empty';
      if (items.length > 1) return 'halves';
      db.prepare('DELETE FROM outbox WHERE id = ?').run(only.id);
      db.prepare('UPDATE enrolment SET quarantined = quarantined + 1').run();
      return 'given-up';
    })
    .immediate();
}

/** Gives up items that the server cannot read while it takes others, and counts them as put aside. Throws SqliteError. */
export function giveUp(db: WriteDb, ids: readonly string[]): void {
  db.transaction(() => {
    for (const id of ids) db.prepare('DELETE FROM outbox WHERE id = ?').run(id);
    db.prepare('UPDATE enrolment SET quarantined = quarantined + ?').run(ids.length);
  }).immediate();
}

/** Forgets the batch that is on its way: its items wait on, and go with the next. Throws SqliteError. */
export function dropBatch(db: WriteDb): void {
  db.prepare('UPDATE enrolment SET batch = NULL').run();
}

/** Is there anything to tell: items that wait, or starts and incidents that no batch told of? */
export function hasNews(db: ReadDb): boolean {
  const untold = db
    .prepare('SELECT 1 FROM enrolment WHERE starts > 0 OR told_incident < ?')
    .get(newestIncident(db));
  return untold !== undefined || countOutbox(db) > 0;
}

/** How many wait, also of the questions that were not passed on yet. Throws SqliteError. */
export function countOutbox(db: ReadDb): number {
  return db.prepare<[], number>(WAITING).pluck().get() as number;
}

const WAITING = `SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM desk_questions WHERE ${NOT_PASSED_ON})`;

/** A stick takes along what waits up to this number: it may be at the server before this device is told so. Throws SqliteError. */
export function noteCarried(db: WriteDb, seq: number): void {
  db.prepare('UPDATE enrolment SET carried = max(carried, ?)').run(seq);
}

/** Forgets items of which the server answered that it has them. How many of them still waited. Throws SqliteError. */
export function forgetCarried(db: WriteDb, items: Acknowledgement['items']): number {
  return db
    .transaction(() => {
      const forget = db.prepare('DELETE FROM outbox WHERE id = ?');
      const gone = items.filter(({ id }) => forget.run(id).changes > 0);
      const apart = gone.filter(({ result }) => result === 'quarantined').length;
      db.prepare('UPDATE enrolment SET quarantined = quarantined + ?').run(apart);
      return gone.length;
    })
    .immediate();
}

/** Keeps the text of a batch as the one that is on its way, the number of the health that it tells, and the newest incident in that. */
export function keepBatch(db: WriteDb, text: string, healthSeq: number, incident: number): void {
  db.prepare('UPDATE enrolment SET batch = ?, health_seq = ?, batch_incident = ?').run(
    text,
    healthSeq,
    incident,
  );
}

/**
 * Takes an acknowledgement of the batch that is on its way, which was proven before: its items are forgotten, in one transaction
 * with what was learnt, and so are the `starts` that it told of; those that came after it was made are told next. `now` is an ISO
 * 8601 time.
 */
export function takeAcknowledged(
  db: WriteDb,
  { state, items, healthSeq }: Acknowledgement,
  { starts }: { readonly starts: number },
  now: string,
): void {
  db.transaction(() => {
    const forget = db.prepare('DELETE FROM outbox WHERE id = ?');
    for (const { id } of items) forget.run(id);
    const apart = items.filter(({ result }) => result === 'quarantined').length;
    db.prepare(
      `UPDATE enrolment SET state = ?, last_contact = ?, last_failure = NULL, starts = max(0, starts - ?), batch = NULL,
         told_incident = batch_incident, quarantined = quarantined + ?, health_seq = max(health_seq, ?)`,
    ).run(state, now, starts, apart, healthSeq);
  }).immediate();
}
