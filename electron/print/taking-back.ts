import type { Log } from '../log.ts';
import type { PrintServer } from './ipp.ts';
import { type Job, purgeJob, RefusedError } from './jobs.ts';
import { openJobs } from './open-jobs.ts';
import { findPrintServer } from './print-server.ts';

/** A print system that went may be there again soon, or only when somebody mends it: asked again after longer and longer. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Sees to it that nothing of a job stays in the print system. */
export type TakingBack = {
  /**
   * Writes a job down, does what makes and follows it, and takes it back when that has ended, however it did. What cannot
   * be taken back now is tried again by itself. Gives or throws what `act` does.
   */
  readonly during: <T>(server: PrintServer, job: Job, act: () => Promise<T>) => Promise<T>;
  /** Takes back what an earlier print or run left behind, and nothing that is being printed. Never fails. */
  readonly sweep: () => Promise<void>;
};

/** Opens it on the jobs that are written down in a data folder. `find` says where the print system is. */
export function openTakingBack(
  dataDir: string,
  log: Pick<Log, 'note' | 'trouble'>,
  find = findPrintServer,
): TakingBack {
  const written = openJobs(dataDir);
  const printing = new Set<number>();
  let sweeping: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = FIRST_WAIT_MS;

  const left = () => written.list().filter(({ id }) => !printing.has(id));
  const takeBack = async (server: PrintServer, jobs: readonly Job[]) => {
    let refused: unknown;
    for (const job of jobs) {
      try {
        if (await purgeJob(server, job)) written.remove(job);
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        refused = error; // Of one job: those behind it can be taken back all the same.
      }
    }
    if (refused !== undefined) throw refused;
  };
  const tryAgain = () => {
    if (left().length === 0) {
      waitMs = FIRST_WAIT_MS;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => void sweep(), waitMs).unref();
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };
  const sweepAll = async () => {
    const jobs = left();
    if (jobs.length > 0) await takeBack(await find(), jobs);
  };
  const sweep = () => {
    sweeping ??= sweepAll()
      .catch((error: unknown) => {
        // Said once, and not at every look at a print system that is gone for hours.
        if (waitMs === FIRST_WAIT_MS) log.note('print-not-swept', String(error));
      })
      .finally(() => {
        sweeping = undefined;
        tryAgain();
      });
    return sweeping;
  };
  return {
    sweep,
    during: async (server, job, act) => {
      written.add(job);
      printing.add(job.id);
      try {
        return await act();
      } finally {
        await takeBack(server, [job]).catch((error: unknown) =>
          log.trouble(
            'print-not-taken-back',
            `job ${job.queue}-${job.id} may still be there: ${String(error)}`,
          ),
        );
        printing.delete(job.id);
        tryAgain();
      }
    },
  };
}
