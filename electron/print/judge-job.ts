import type { PrintResult } from '../../core/contract/print.ts';

/** How a job stands: `job-state` of RFC 8011, 5.3.7. */
export type JobSeen = { readonly state: number };
/** How its queue stands, with what is wrong with the printer (`printer-state-reasons`, RFC 8011, 5.4.12). */
export type QueueSeen = { readonly stopped: boolean; readonly reasons: readonly string[] };
/** What was seen in one look. `waiting` is in milliseconds and tells how long it has been like this. */
export type Look = {
  readonly queue: QueueSeen | 'gone' | 'unreachable';
  readonly job: JobSeen | 'gone';
};

/** What keeps a job from being printed now, if anything. */
export type Hindrance = 'unreachable' | 'paper-out' | 'printer-stopped';

const CANCELED = 7;
const ABORTED = 8;
const COMPLETED = 9;

/**
 * How long something may be wrong before the visitor hears of it, in milliseconds: a print system that is started again,
 * a sheet that is being put in, a reason left over from the job before, a printer that wakes up.
 */
const PATIENCE_MS: Readonly<Record<Hindrance, number>> = {
  unreachable: 4_000,
  'paper-out': 3_000,
  'printer-stopped': 15_000,
};
/** A slip takes no longer than this. */
const LONGEST_JOB_MS = 120_000;

/** What stands in the way of the job in this look. */
export function hindranceIn({ queue }: Look): Hindrance | undefined {
  if (queue === 'unreachable') return 'unreachable';
  if (queue === 'gone') return undefined;
  if (queue.reasons.some((reason) => /^media-(?:empty|needed)(?!.*-warning$)/.test(reason)))
    return 'paper-out';
  const away = /^(?:offline|connecting-to-device|shutdown|timed-out|paused)|-error$/;
  return queue.reasons.some((reason) => away.test(reason)) ? 'printer-stopped' : undefined;
}

/**
 * What came of a job, as far as can be told; undefined while it goes on.
 * `hinderedMs`: since when the same thing has been in its way; `totalMs`: since it was handed in, and `longestMs`
 * how long that may be.
 * A job that is gone while its queue stands there was printed: some print systems keep no history.
 */
export function judgeJob(
  look: Look,
  hindrance: Hindrance | undefined,
  hinderedMs: number,
  totalMs: number,
  longestMs = LONGEST_JOB_MS,
): PrintResult | undefined {
  if (look.queue === 'gone') return 'no-printer';
  if (look.queue !== 'unreachable') {
    if (look.job === 'gone' || look.job.state === COMPLETED) return 'printed';
    if (look.job.state === CANCELED) return 'cancelled';
    if (look.job.state === ABORTED) return 'failed';
    if (look.queue.stopped) return hindrance === 'paper-out' ? 'paper-out' : 'printer-stopped';
  }
  if (hindrance !== undefined && hinderedMs >= PATIENCE_MS[hindrance])
    return hindrance === 'unreachable' ? 'no-printer' : hindrance;
  return totalMs >= longestMs ? (hindrance === 'paper-out' ? 'paper-out' : 'printer-stopped') : undefined;
}
