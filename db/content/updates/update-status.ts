import type { ReadDb, WriteDb } from '../../open.ts';

/** When a repository that is trusted was last heard, and what went wrong last; times in milliseconds since 1970. */
export type UpdateStatus = {
  readonly contacted_at: number | null;
  readonly failed_at: number | null;
  /** Null after an update that went well. */
  readonly failure: UpdateFailure | null;
};

/** Why an update came to nothing: the kind, a sentence for whoever looks after the kiosk, and of which pack, where it is of one. */
export type UpdateFailure = {
  readonly fault: string;
  readonly message: string;
  readonly pack?: string | undefined;
};

/** How the last updates went. */
export function readUpdateStatus(db: ReadDb): UpdateStatus {
  const row = db
    .prepare<[], Omit<UpdateStatus, 'failure'> & { failure: string | null }>(
      'SELECT contacted_at, failed_at, failure FROM update_status',
    )
    .get();
  if (row === undefined) return { contacted_at: null, failed_at: null, failure: null };
  return { ...row, failure: row.failure === null ? null : readFailure(row.failure) };
}

/** Writes down how an update went of a repository that was heard: `failure` is what came of a pack, undefined when all went well. */
export function recordUpdate(db: WriteDb, now: number, failure: UpdateFailure | undefined): void {
  if (failure === undefined) db.prepare('UPDATE update_status SET contacted_at = ?, failure = NULL').run(now);
  else
    db.prepare('UPDATE update_status SET contacted_at = ?, failed_at = ?, failure = ?').run(
      ...[now, now, lineOf(failure)],
    );
}

/** Writes down why an update came to nothing: no repository was heard that can be trusted. */
export function recordNoUpdate(db: WriteDb, now: number, failure: UpdateFailure): void {
  db.prepare('UPDATE update_status SET failed_at = ?, failure = ?').run(now, lineOf(failure));
}

const lineOf = ({ fault, message, pack }: UpdateFailure) =>
  `${fault}${pack === undefined ? '' : ` ${pack}`}: ${message}`;

/** One that was written by an earlier version has no kind. */
function readFailure(text: string): UpdateFailure {
  const [, fault = 'unknown', pack, message = text] = /^([a-z-]+)(?: ([a-z0-9-]+))?: (.*)$/s.exec(text) ?? [];
  return { fault, message, ...(pack === undefined ? {} : { pack }) };
}
