import type { ReadDb } from '../open.ts';
import { eachLine, mustHoldLines, readHead } from './audit.ts';
import { type AuditHead, type AuditLine, FIRST_PREV, hashOfLine, isSealed } from './audit-chain.ts';

/** Something wrong with the log: at which line, and a sentence. */
export type AuditFault = { readonly seq: number; readonly says: string };

/** What the log is: its lines, where it ends, and all that is wrong with it. */
export type Verified = {
  readonly lines: number;
  readonly last: AuditLine | undefined;
  readonly faults: readonly AuditFault[];
};

/** A line that somebody wrote down elsewhere: `seq:hash`. */
export type KnownLine = { readonly seq: number; readonly hash: string };

/**
 * Proves the audit log: that each line says what it said when it was added, that none is missing, moved or put in between, and that it
 * ends where it was sealed. `key`: what seals it; `known`: a line that must still be in it. Throws SqliteError.
 */
export function verifyAudit(db: ReadDb, key: Uint8Array | undefined, known?: KnownLine): Verified {
  const faults: AuditFault[] = [];
  const fault = (seq: number, says: string) => void faults.push({ seq, says });
  let last: AuditLine | undefined;
  let lines = 0;
  let isKnown = known === undefined;
  for (const line of eachLine(db)) {
    const expected = (last?.seq ?? 0) + 1;
    if (line.seq > expected) fault(expected, missing(expected, line.seq - 1));
    if (hashOfLine(line) !== line.hash) fault(line.seq, 'does not say what it said when it was written');
    if (line.prev !== (last?.hash ?? FIRST_PREV))
      fault(line.seq, 'does not follow the line before it: one was changed, moved or taken out there');
    if (line.act === 'broken') fault(line.seq, sayBroken(line));
    if (line.seq === known?.seq && line.hash === known.hash) isKnown = true;
    last = line;
    lines += 1;
  }
  if (!isKnown && known !== undefined) fault(known.seq, 'is not the one that was written down elsewhere');
  faultsOfEnd(last, readHead(db), key, fault);
  if (lines === 0 && mustHoldLines(db))
    fault(1, 'is missing: somebody works here or has a PIN, and the log is empty');
  return { lines, last, faults };
}

function faultsOfEnd(
  last: AuditLine | undefined,
  head: AuditHead | undefined,
  key: Uint8Array | undefined,
  fault: (seq: number, says: string) => void,
): void {
  const end = last?.seq ?? 0;
  if (head === undefined) {
    if (last !== undefined) fault(end, 'is the last, and it is not written down that it is');
    return;
  }
  if (head.seq > end) fault(end + 1, missing(end + 1, head.seq));
  else if (head.seq < end) fault(head.seq + 1, 'was added by something else than Balie');
  else if (head.hash !== last?.hash) fault(end, 'is not the line that was sealed as the last');
  else if (key === undefined) fault(end, 'cannot be proven to be the last: the file pin.key is missing');
  else if (head.seal === null) fault(end, 'is the last, and carries no seal');
  else if (!isSealed(head, key)) fault(end, 'carries a seal that the key of this device did not make');
}

/** `broken` in words; its detail is where the log ended before, as far as that was known. */
function sayBroken({ seq, detail }: AuditLine): string {
  const known = detail === '' ? '' : ` (${detail})`;
  return seq === 1
    ? `says that the log was empty here, and that what was in it was lost${known}`
    : `says that the log did not end here any more as it was sealed${known}`;
}

function missing(from: number, to: number): string {
  return from === to ? 'is missing' : `and those up to line ${to} are missing`;
}
