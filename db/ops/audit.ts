import type { ReadDb, WriteDb } from '../open.ts';
import { type AuditHead, type AuditLine, FIRST_PREV, hashOfLine, isSealed, sealOf } from './audit-chain.ts';

/**
 * What can be done here by whoever gave a PIN; and what somebody tried who has none. `chained`: the lines before it were written before they
 * carried hashes. `broken`: when this line was written, the end of the log was not the one that was sealed, or all of it was gone. `restored`: what came before is of a copy of the store.
 */
export const ACTS = [
  ...['pin-set', 'signed-in', 'signed-out', 'locked-out'],
  ...['looked', 'imported', 'accepted-expired', 'installed', 'held', 'released', 'rolled-back', 'factory'],
  ...['enrolled', 'person-added', 'person-changed', 'person-removed', 'shut-out'],
  ...['handover-given', 'handover-withdrawn', 'handover-delivered'],
  ...['chained', 'broken', 'restored'],
] as const;
export type Act = (typeof ACTS)[number];

/** Something that was done: `at` is an ISO 8601 time, `detail` says with what: a pack and its version, a folder. */
export type Audited = {
  readonly at: string;
  readonly act: Act;
  /** The id of who did it, `admin` for whoever knows the PIN of this device; null when nobody did: the device itself. */
  readonly person: string | null;
  readonly detail: string;
};

/**
 * Adds a line to the log. `key` seals its end, as it is in `pin.key`; undefined when there is none. When the end is not the one
 * that was sealed, or the log was emptied, a line before it says so for good. So what a log has to tell of, a PIN or a person, is written
 * after its line and not before. Throws SqliteError.
 */
export function recordAct(db: WriteDb, audited: Audited, key: Uint8Array | undefined): void {
  db.transaction(() => {
    const [head, last] = [readHead(db), lastLine(db)];
    if (!isWhole(head, last, key) || (last === undefined && mustHoldLines(db))) {
      const detail = head === undefined ? '' : `${head.seq}:${head.hash}`;
      append(db, { at: audited.at, act: 'broken', person: null, detail }, key);
    }
    append(db, audited, key);
  }).immediate();
}

/**
 * The store was begun anew: when this device has a key, there was another one, of which the log is lost, and a line says so for good. Without
 * a key nothing was ever sealed here. Where somebody was quicker to log something, that is the beginning. Throws SqliteError.
 */
export function recordLost(db: WriteDb, at: string, key: Uint8Array | undefined): void {
  db.transaction(() => {
    if (key === undefined || lastLine(db) !== undefined) return;
    recordAct(db, { at, act: 'broken', person: null, detail: '' }, key);
  }).immediate();
}

/** Seals the end of a log that came over from an older version, which had no seals; any other stays as it is. Throws SqliteError. */
export function sealChained(db: WriteDb, makeKey: () => Uint8Array): void {
  db.transaction(() => {
    const [head, last] = [readHead(db), lastLine(db)];
    if (head?.seal !== null || last?.act !== 'chained' || head.hash !== last.hash) return;
    db.prepare('UPDATE audit_head SET seal = ?').run(sealOf(head, makeKey()));
  }).immediate();
}

/** What was done last, newest first. */
export function listActs(db: ReadDb, most: number): Audited[] {
  return db
    .prepare<[number], Audited>('SELECT at, act, person, detail FROM audit ORDER BY seq DESC LIMIT ?')
    .all(most);
}

/** When the copy was made that was brought back last (ISO 8601); undefined when none ever was. Throws SqliteError. */
export function restoredFrom(db: ReadDb): string | undefined {
  return db
    .prepare<[], string>("SELECT detail FROM audit WHERE act = 'restored' ORDER BY seq DESC LIMIT 1")
    .pluck()
    .get();
}

/** All lines, oldest first. */
export function eachLine(db: ReadDb): IterableIterator<AuditLine> {
  return db.prepare<[], AuditLine>('SELECT * FROM audit ORDER BY seq').iterate();
}

/**
 * Must the log hold a line? Whoever works here and each PIN has one that says so, and it is never taken out: such a log is empty only where
 * somebody emptied it. Throws SqliteError.
 */
export function mustHoldLines(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM pins UNION ALL SELECT 1 FROM people LIMIT 1').get() !== undefined;
}

/** Where the log ends, as it was sealed; undefined before its first line. */
export function readHead(db: ReadDb): AuditHead | undefined {
  return db.prepare<[], AuditHead>('SELECT seq, hash, seal FROM audit_head').get();
}

function lastLine(db: ReadDb): AuditLine | undefined {
  return db.prepare<[], AuditLine>('SELECT * FROM audit ORDER BY seq DESC LIMIT 1').get();
}

function isWhole(head?: AuditHead, last?: AuditLine, key?: Uint8Array): boolean {
  if (head === undefined || last === undefined) return head === last;
  if (head.seq !== last.seq || head.hash !== last.hash) return false;
  return key !== undefined && isSealed(head, key);
}

function append(db: WriteDb, audited: Audited, key: Uint8Array | undefined): void {
  const last = lastLine(db);
  const line = { ...audited, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? FIRST_PREV };
  const hash = hashOfLine(line);
  db.prepare(
    `INSERT INTO audit (seq, at, act, person, detail, prev, hash)
     VALUES (@seq, @at, @act, @person, @detail, @prev, @hash)`,
  ).run({ ...line, hash });
  const head = { seq: line.seq, hash };
  db.prepare(
    `INSERT INTO audit_head (only, seq, hash, seal) VALUES (1, @seq, @hash, @seal)
     ON CONFLICT (only) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, seal = excluded.seal`,
  ).run({ ...head, seal: key === undefined ? null : sealOf(head, key) });
}
