import type { ReadDb, WriteDb } from '../open.ts';
import { eachLine, mustHoldLines, readHead } from './audit.ts';
import { type AuditLine, FIRST_PREV, hashOfLine } from './audit-chain.ts';

/**
 * The number of the first line from which the chain does not go on to its end, or that is missing where all are; undefined when it does. No
 * key is needed. Throws SqliteError.
 */
export function brokenLine(db: ReadDb): number | undefined {
  let [seq, prev] = [0, FIRST_PREV];
  for (const line of eachLine(db)) {
    if (line.seq !== seq + 1 || line.prev !== prev || hashOfLine(line) !== line.hash) return seq + 1;
    [seq, prev] = [line.seq, line.hash];
  }
  if (seq === 0 && mustHoldLines(db)) return 1;
  const head = readHead(db);
  return (head?.seq ?? 0) === seq && (head?.hash ?? FIRST_PREV) === prev ? undefined : seq;
}

/**
 * Puts back lines that rotted as they are in `copy`, an earlier state of the same store, and only when the rest of the log proves that they
 * are what was written: the line after the last one of the copy, or where the log ends, carries its hash, and so the hash of all before it.
 * So nobody can bring in by this what was not in the log. False, and nothing changed, when that is not so, or when the log would still be
 * broken elsewhere: it is never said to be mended then. Throws SqliteError.
 */
export function mendAudit(db: WriteDb, copy: ReadDb): boolean {
  try {
    return putBack(db, copy);
  } catch (error) {
    if (error instanceof StillBroken) return false;
    throw error;
  }
}

/** Undoes what was put back. */
class StillBroken extends Error {}

function putBack(db: WriteDb, copy: ReadDb): boolean {
  return db
    .transaction(() => {
      const good = [...eachLine(copy)];
      const last = good.at(-1);
      if (last === undefined || brokenLine(copy) !== undefined || nextPrev(db, last.seq) !== last.hash)
        return false;
      const held = db
        .prepare<[], { name: string; sql: string }>(
          "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'",
        )
        .all();
      // They keep everybody from changing a line, and this too.
      for (const { name } of held) db.exec(`DROP TRIGGER ${name}`);
      const put = db.prepare<[AuditLine]>(
        `INSERT OR REPLACE INTO audit (seq, at, act, person, detail, prev, hash)
         VALUES (@seq, @at, @act, @person, @detail, @prev, @hash)`,
      );
      for (const line of good) put.run(line);
      for (const { sql } of held) db.exec(sql);
      if (brokenLine(db) !== undefined) throw new StillBroken();
      return true;
    })
    .immediate();
}

/** What the log says, further on, of the hash of a line. */
function nextPrev(db: ReadDb, seq: number): string | undefined {
  const next = db
    .prepare<[number], string>('SELECT prev FROM audit WHERE seq = ?')
    .pluck()
    .get(seq + 1);
  const head = readHead(db);
  return next ?? (head?.seq === seq ? head.hash : undefined);
}
