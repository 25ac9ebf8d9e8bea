import type { Acknowledgement, Item } from '../../core/contract/sync/batch.ts';
import { type Happening, hourOf } from '../../core/contract/sync/count.ts';
import type { QuestionItem } from '../../core/contract/sync/question.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { prepared } from '../prepared.ts';
import { hourId } from './hour-id.ts';
import { newestIncident } from './incidents.ts';

/** So many items wait at most, about 30 MB: a busy kiosk that is offline for months loses nothing, and never fills a disk. */
export const MOST_WAITING = 100_000;

/**
 * Puts something that happened into the outbox, with the hour and nothing else of the time: the id is made from that hour too. Only
 * on a device that belongs to a server, else nothing is kept; false then. The oldest happenings make room, and how many is kept.
 * Throws SqliteError.
 */
export function putInOutbox(db: WriteDb, now: Date, happening: Happening, most = MOST_WAITING): boolean {
  return db
    .transaction(() => {
      const enrolled = db.prepare("SELECT 1 FROM enrolment WHERE state <> 'revoked'").get();
      if (enrolled === undefined) return false;
      insert(db, now, happening);
      const { changes } = db
        .prepare(
          `DELETE FROM outbox WHERE type NOT IN ('question', 'question-corrected', 'question-withdrawn')
             AND seq IN (SELECT seq FROM outbox ORDER BY seq DESC LIMIT -1 OFFSET ?)`,
        )
        .run(most);
      if (changes > 0) db.prepare('UPDATE enrolment SET dropped = dropped + ?').run(changes);
      return true;
    })
    .immediate();
}

/**
 * Puts what a desk tells of a question into the outbox, with the hour of `now`. It waits however long it takes: for a device that belongs
 * to no server until it does, and it makes room for nothing, because staff were told that it is saved. Throws SqliteError.
 */
export function putQuestionInOutbox(db: WriteDb, now: Date, item: QuestionItem): void {
  insert(db, now, item);
}

function insert(db: WriteDb, now: Date, { type, body }: Happening | QuestionItem): void {
  const at = hourOf(now);
  prepared(db, 'INSERT INTO outbox (id, at, type, body) VALUES (?, ?, ?, ?)').run(
    hourId(at),
    at,
    type,
    JSON.stringify(body),
  );
}

/** The oldest that wait, so many at most, oldest first; `except`: ids that are passed over. Throws SqliteError. */
export function oldestInOutbox(db: ReadDb, most: number, except: readonly string[] = []): Item[] {
  return db
    .prepare<[string, number], Item & { body: string }>(
      `SELECT id, seq, at, type, body FROM outbox WHERE id NOT IN (SELECT value FROM json_each(?))
       ORDER BY seq LIMIT ?`,
    )
    .all(JSON.stringify(except), most)
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

/** How many wait. */
export function countOutbox(db: ReadDb): number {
  return db.prepare<[], number>('SELECT count(*) FROM outbox').pluck().get() as number;
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
