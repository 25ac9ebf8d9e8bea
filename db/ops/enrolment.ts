import type { DeviceId, DeviceKey, DeviceState } from '../../core/contract/sync/device.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { keepToldQuestions } from './desk/keep-here.ts';
import { passOnQuestions } from './desk/pass-on.ts';
import { forgetTelling } from './handovers/report.ts';
import { newestIncident } from './incidents.ts';
import { forgetPublications } from './publications.ts';

/** What a server and a device agreed on. */
export type Enrolled = {
  /** The address of the server. */
  readonly server: string;
  readonly device: DeviceId;
  readonly library: string;
  readonly branch: string;
  readonly state: DeviceState;
  readonly server_key: DeviceKey;
};

/** The same, and how it fares since then. Times are in ISO 8601; `batch` is the text of the batch that is on its way. */
export type Enrolment = Enrolled & {
  readonly last_contact: string | null;
  readonly last_failure: string | null;
  readonly starts: number;
  readonly dropped: number;
  readonly quarantined: number;
  readonly batch: string | null;
  /** `health.seq` of the batch that was made last. */
  readonly health_seq: number;
  /** The newest incident that the server was told of, and the one that the batch on its way tells of. */
  readonly told_incident: number;
  readonly batch_incident: number;
  /** Up to which number of the outbox a stick took along more than that batch. */
  readonly carried: number;
};

/** To which server this device belongs; undefined when to none. Throws SqliteError. */
export function readEnrolment(db: ReadDb): Enrolment | undefined {
  return db.prepare<[], Enrolment>('SELECT * FROM enrolment').get();
}

/**
 * The device belongs to this server from now on. What waited for another library or server is forgotten, handovers too, and who
 * worked there: it is none of theirs. With the same one, also at another address, what was on its way is forgotten too, because nobody knows whether it arrived, and nothing shall count twice. What went
 * wrong until now is no news to it either.
 */
export function writeEnrolment(db: WriteDb, fresh: Enrolled): void {
  db.transaction(() => {
    // What was logged before this waited for the server of before.
    passOnQuestions(db);
    const before = readEnrolment(db);
    // A server is known by its key: it may have moved to another address.
    const same =
      before?.library === fresh.library &&
      (before.server === fresh.server || before.server_key === fresh.server_key);
    if (!same) db.prepare("DELETE FROM people WHERE source = 'server'").run();
    if (!same) forgetPublications(db);
    if (!same) forgetTelling(db);
    if (before !== undefined && !same) db.prepare('DELETE FROM outbox').run();
    else if (before !== undefined) {
      const { items } = JSON.parse(before.batch ?? '{"items":[]}') as { items: { id: string }[] };
      for (const { id } of items) db.prepare('DELETE FROM outbox WHERE id = ?').run(id);
      db.prepare('DELETE FROM outbox WHERE seq <= ?').run(before.carried);
    }
    if (before !== undefined) keepToldQuestions(db);
    db.prepare('DELETE FROM enrolment').run();
    db.prepare(
      `INSERT INTO enrolment (only, server, device, library, branch, state, server_key, told_incident)
       VALUES (1, @server, @device, @library, @branch, @state, @server_key, @toldIncident)`,
    ).run({ ...fresh, toldIncident: newestIncident(db) });
  }).immediate();
}

/** The server of this device listens at another address now. Throws SqliteError. */
export function moveEnrolment(db: WriteDb, address: string): void {
  db.prepare('UPDATE enrolment SET server = ?').run(new URL(address).href);
}

/** The program started once more. On a device that belongs to no server nothing is written. */
export function noteStart(db: WriteDb): void {
  db.prepare('UPDATE enrolment SET starts = starts + 1').run();
}

/** Writes down why a try to reach the server came to nothing: `fault` in one word, and a sentence. */
export function noteFailure(db: WriteDb, fault: string, message: string): void {
  db.prepare('UPDATE enrolment SET last_failure = ?').run(`${fault}: ${message}`.slice(0, 400));
}

/** The two again. What was written down without a word for it has none. */
export function failureIn(last: string | null): { fault: string; message: string } | null {
  if (last === null) return null;
  const [, fault, message] = /^([a-z-]+): (.*)$/su.exec(last) ?? [];
  return fault === undefined || message === undefined
    ? { fault: 'unknown', message: last }
    : { fault, message };
}

/**
 * The server said, signed, that it does not hear this device any more: nothing is counted or sent from now on. What waits stays until the
 * device is enrolled anew.
 */
export function noteRevoked(db: WriteDb): void {
  db.prepare("UPDATE enrolment SET state = 'revoked'").run();
  forgetPublications(db);
}
