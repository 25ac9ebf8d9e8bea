import { lockOutMs } from '../../core/domain/lock-out.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { rowProof } from './row-proof.ts';

/** Whose PIN it is when it is nobody's in particular: whoever looks after this device. */
export const DEVICE_ADMIN = 'admin';

/** A PIN as it is kept, with the wrong ones since the last right one, and what is left of a lock-out in milliseconds. */
export type KeptPin = { readonly hash: string; readonly failures: number; readonly locked_ms: number };

/** The PIN of somebody: the id of a person, or DEVICE_ADMIN; undefined when none was set. */
export function readPin(db: ReadDb, who: string): KeptPin | undefined {
  return db.prepare<[string], KeptPin>('SELECT hash, failures, locked_ms FROM pins WHERE who = ?').get(who);
}

/** Sets a PIN, in the place of the one before. Whoever may do that ends a lock-out. The log has the line of it already. Throws SqliteError. */
export function writePin(db: WriteDb, who: string, hash: string): void {
  db.prepare(
    `INSERT INTO pins (who, hash, proof) VALUES (?, ?, ?)
     ON CONFLICT (who) DO UPDATE SET hash = excluded.hash, failures = 0, locked_ms = 0, proof = excluded.proof`,
  ).run(who, hash, rowProof([who, hash]));
}

/**
 * Counts a wrong PIN, and locks out when there were too many. Done before the PIN is looked at: `forgiveFailures` takes it back.
 * Returns how many there are now. Throws SqliteError; then the PIN must not be looked at.
 */
export function countFailure(db: WriteDb, who: string): number {
  return db
    .transaction(() => {
      const failures = (readPin(db, who)?.failures ?? 0) + 1;
      db.prepare('UPDATE pins SET failures = ?, locked_ms = ? WHERE who = ?').run(
        failures,
        lockOutMs(failures),
        who,
      );
      return failures;
    })
    .immediate();
}

/** The PIN was right: what was wrong before counts no more. */
export function forgiveFailures(db: WriteDb, who: string): void {
  db.prepare('UPDATE pins SET failures = 0, locked_ms = 0 WHERE who = ?').run(who);
}

/** Is anybody locked out? */
export function isAnyLocked(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM pins WHERE locked_ms > 0').get() !== undefined;
}

/** Takes time that has passed off every lock-out, in milliseconds. */
export function passLockOuts(db: WriteDb, ms: number): void {
  db.prepare('UPDATE pins SET locked_ms = max(0, locked_ms - ?) WHERE locked_ms > 0').run(Math.floor(ms));
}
