import { lockOutMs } from '../../core/domain/lock-out.ts';
import type { ReadDb, WriteDb } from '../open.ts';

/** The PIN of the admin as it is kept, with the wrong ones since the last right one, and what is left of a lock-out in milliseconds. */
export type AdminPin = { readonly hash: string; readonly failures: number; readonly locked_ms: number };

/** The PIN; undefined when none was set. */
export function readAdminPin(db: ReadDb): AdminPin | undefined {
  return db.prepare<[], AdminPin>('SELECT hash, failures, locked_ms FROM admin_pin').get();
}

/** Sets the PIN, in the place of the one before. Whoever may do that is locked out no longer. Throws SqliteError. */
export function writeAdminPin(db: WriteDb, hash: string): void {
  db.prepare(
    `INSERT INTO admin_pin (only, hash) VALUES (1, ?)
     ON CONFLICT (only) DO UPDATE SET hash = excluded.hash, failures = 0, locked_ms = 0`,
  ).run(hash);
}

/**
 * Counts a wrong PIN, and locks out when there were too many. Done before the PIN is looked at: `forgiveFailures` takes it back.
 * Returns how many there are now. Throws SqliteError; then the PIN must not be looked at.
 */
export function countFailure(db: WriteDb): number {
  return db
    .transaction(() => {
      const failures = (readAdminPin(db)?.failures ?? 0) + 1;
      db.prepare('UPDATE admin_pin SET failures = ?, locked_ms = ?').run(failures, lockOutMs(failures));
      return failures;
    })
    .immediate();
}

/** The PIN was right: what was wrong before counts no more. */
export function forgiveFailures(db: WriteDb): void {
  db.prepare('UPDATE admin_pin SET failures = 0, locked_ms = 0').run();
}

/** Takes time that has passed off a lock-out, in milliseconds. */
export function passLockOut(db: WriteDb, ms: number): void {
  db.prepare('UPDATE admin_pin SET locked_ms = max(0, locked_ms - ?) WHERE locked_ms > 0').run(
    Math.floor(ms),
  );
}
