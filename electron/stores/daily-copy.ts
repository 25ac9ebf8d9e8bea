import { isCopyDue } from '../../core/domain/copy-due.ts';
import type { WriteDb } from '../../db/open.ts';
import { timeOfCopy, writeCopy } from '../../db/ops/copies.ts';
import { forgetOldNotes } from '../../db/ops/desk/forget-notes.ts';
import { passOnQuestions } from '../../db/ops/desk/pass-on.ts';
import { rottenQuestion } from '../../db/ops/desk/question-proof.ts';
import { listQuestions } from '../../db/ops/desk/read-questions.ts';
import { forgetOldHandovers } from '../../db/ops/handovers/forget.ts';
import { keepWhoLeft } from '../../db/ops/left-files.ts';
import { noticeMonthsOver } from '../../db/ops/months-over.ts';
import { type AuditKeeping, keepAuditWhole } from './keep-audit-whole.ts';
import { keepRowsWhole } from './keep-rows-whole.ts';
import { attempt, copiesFolder } from './store-places.ts';

const LOOK_MS = 3_600_000;

/** Of these it is known since the start whether their log is whole: what was told before a start is not told any more after it. */
const LOOKED_AT = new WeakSet<WriteDb>();
/** Of these a copy was made since the start. */
const COPIED = new WeakSet<WriteDb>();

/**
 * Copies the precious store when a copy is due (`isCopyDue`), after what was kept long enough has gone from it.
 * What a visitor had locked goes whether or not a copy is due, and whether or not anybody hears of this device: a kiosk without a network
 * keeps it no longer than any other. The audit log is read before a copy, and once after a start, but not while it starts (`isStarting`): it may be
 * long, and somebody may stand there. A store in which something rotted takes no good copy's place. A disk that does not take it is logged, and nothing more: visitors come first.
 */
export function copyWhenDue(
  ops: WriteDb,
  { places, now, log, report }: AuditKeeping,
  { isStarting = false } = {},
): void {
  try {
    const madeAt = timeOfCopy(copiesFolder(places));
    // Questions that cannot be read keep nothing from going.
    const last = attempt(() => listQuestions(ops, 1)[0]?.loggedAt);
    const loggedAt = 'done' in last ? last.done : undefined;
    const isDue = isCopyDue({ madeAt, isOfThisRun: COPIED.has(ops), loggedAt }, now);
    // First, so that what goes goes by hours that did not rot, and no index keeps it here.
    const unmended = isDue ? keepRowsWhole(ops, { places, now, log }) : undefined;
    forgetOldHandovers(ops, places.dataDir, now);
    // Whoever looks at the reports once a month finds them then, and not only the day after.
    noticeMonthsOver(ops, now);
    if (isDue || !(isStarting || LOOKED_AT.has(ops))) {
      keepAuditWhole(ops, { places, now, log, report });
      LOOKED_AT.add(ops);
    }
    if (!isDue) return;
    keepWhoLeft(ops, places.dataDir);
    forgetOldNotes(ops, now);
    passOnQuestions(ops);
    const rotten = rottenQuestion(ops) ?? unmended;
    report('ops-damaged', rotten);
    // The good copies stay: the next start finds the same, and brings the newest of them back.
    if (rotten === undefined) {
      writeCopy(ops, copiesFolder(places));
      COPIED.add(ops);
    } else log.trouble('ops-rotten', rotten);
  } catch (error) {
    log.trouble('ops-not-written', String(error));
  }
}

/**
 * Copies at a quiet moment: every hour in which nobody is there, and when a visit is over. A kiosk runs for months, and
 * a copy that is made only when it starts would be as old.
 */
export type QuietCopies = {
  /** Somebody is there. */
  readonly visited: () => void;
  /** Nobody is there any more. */
  readonly left: () => void;
};

/** Starts looking, each hour, whether `copy` can be called. It begins without a visitor. */
export function startQuietCopies(copy: () => void): QuietCopies {
  let isQuiet = true;
  setInterval(() => {
    if (isQuiet) copy();
  }, LOOK_MS).unref();
  return {
    visited: () => {
      isQuiet = false;
    },
    left: () => {
      isQuiet = true;
      // The window of the next visit comes first.
      setImmediate(() => {
        if (isQuiet) copy();
      });
    },
  };
}
