import { setTimeout as wait } from 'node:timers/promises';
import type { PaperAtHand, PrintResult } from '../../core/contract/print.ts';
import type { Paper } from '../../core/domain/paper.ts';
import type { Slip } from '../../core/domain/slip.ts';
import type { Log } from '../log.ts';
import { chooseQueue } from './choose-queue.ts';
import { type PrintServer, UnreachableError } from './ipp.ts';
import { type Job, purgeJob, seeJob, seeQueue, submitJob } from './jobs.ts';
import { type Hindrance, hindranceIn, judgeJob, type Look } from './judge-job.ts';
import { type OpenJobs, openJobs } from './open-jobs.ts';
import { findPrintServer } from './print-server.ts';
import { readPrinterSettings } from './printer-settings.ts';
import { listQueues, type Queue } from './queues.ts';
import { CommandError } from './run-command.ts';
import { slipPdf } from './slip-pdf.ts';

const LOOK_EVERY_MS = 250;
const PAPERS: readonly Paper[] = ['a4', 'receipt'];

/** Where slips are printed. One at a time: there is one visitor. */
export type PrintRoom = {
  /** What can be printed on here; nothing when there is no printer or no print system. */
  readonly papers: () => Promise<PaperAtHand[]>;
  /** Prints and follows the job to its end. Afterwards nothing of it is left in the print system. */
  readonly print: (slip: Slip, paper: Paper) => Promise<PrintResult>;
  /** Takes back what is being printed, if anything. */
  readonly cancel: () => void;
};

/** What the room needs: the data folder, and the folder with the style sheet and letters of a slip. */
export type PrintPlan = { readonly dataDir: string; readonly printFolder: string; readonly log: Log };

/** Opens the room, and takes back what an earlier run of the kiosk may have left in the print system. */
export function openPrintRoom({ dataDir, printFolder, log }: PrintPlan): PrintRoom {
  const left = openJobs(dataDir);
  let busy: { readonly control: AbortController; readonly done: Promise<unknown> } | undefined;
  let sweeping: Promise<void> | undefined;

  const sweep = async () => {
    const jobs = left.list();
    if (jobs.length > 0) await takeBack(await findPrintServer(), jobs, left);
  };
  const sweepOnce = () => {
    sweeping ??= sweep()
      .catch((error: unknown) => log.note('print-not-swept', String(error)))
      .finally(() => {
        sweeping = undefined;
      });
    return sweeping;
  };
  void sweepOnce();

  const queueFor = async (paper: Paper): Promise<Queue | undefined> =>
    chooseQueue(await listQueues(await findPrintServer()), paper, readPrinterSettings(dataDir, log));

  const printOn = async (slip: Slip, paper: Paper, signal: AbortSignal): Promise<PrintResult> => {
    const queue = await queueFor(paper);
    if (queue === undefined) return 'no-printer';
    if (!queue.ready) return 'printer-stopped';
    const pdf = await slipPdf(slip, paper, printFolder);
    if (signal.aborted) return 'cancelled';
    const job = await submitJob(queue.name, paper, pdf);
    left.add(job);
    const server = await findPrintServer();
    try {
      return await followJob(server, job, signal);
    } finally {
      await takeBack(server, [job], left).catch((error: unknown) =>
        log.trouble(
          'print-not-taken-back',
          `job ${job.queue}-${job.id} may still be there: ${String(error)}`,
        ),
      );
    }
  };

  const printAndTell = async (slip: Slip, paper: Paper, signal: AbortSignal): Promise<PrintResult> => {
    try {
      const result = await printOn(slip, paper, signal);
      log.note('print', `${paper}: ${result}`);
      return result;
    } catch (error) {
      log.trouble('print-failed', String((error as Error).stack ?? error));
      return error instanceof UnreachableError ? 'no-printer' : 'failed';
    }
  };

  return {
    papers: async () => {
      await sweepOnce();
      try {
        const queues = await listQueues(await findPrintServer());
        const settings = readPrinterSettings(dataDir, log);
        return PAPERS.flatMap((paper) => {
          const queue = chooseQueue(queues, paper, settings);
          return queue === undefined ? [] : [{ paper, ready: queue.ready }];
        });
      } catch (error) {
        if (!isNoPrinter(error)) throw error;
        return [];
      }
    },
    print: async (slip, paper) => {
      // The visitor before may have left a moment ago: what was printed then is being taken back.
      if (busy?.control.signal.aborted) await busy.done;
      if (busy !== undefined) return 'failed';
      const control = new AbortController();
      const done = printAndTell(slip, paper, control.signal).finally(() => {
        busy = undefined;
      });
      busy = { control, done };
      return done;
    },
    cancel: () => busy?.control.abort(),
  };
}

function isNoPrinter(error: unknown): boolean {
  return error instanceof UnreachableError || error instanceof CommandError;
}

/** Looks at a job until something came of it. */
async function followJob(server: PrintServer, job: Job, signal: AbortSignal): Promise<PrintResult> {
  const start = performance.now();
  let hindrance: Hindrance | undefined;
  let since = start;
  for (;;) {
    if (signal.aborted) return 'cancelled';
    const look = await lookAt(server, job);
    const now = performance.now();
    const found = hindranceIn(look);
    if (found !== hindrance) since = now;
    hindrance = found;
    const result = judgeJob(look, hindrance, now - since, now - start);
    if (result !== undefined) return result;
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function lookAt(server: PrintServer, job: Job): Promise<Look> {
  try {
    // The job first: a queue that is removed takes its jobs along.
    const seen = (await seeJob(server, job)) ?? 'gone';
    return { job: seen, queue: (await seeQueue(server, job.queue)) ?? 'gone' };
  } catch (error) {
    if (error instanceof UnreachableError) return { job: 'gone', queue: 'unreachable' };
    throw error;
  }
}

async function takeBack(server: PrintServer, jobs: readonly Job[], left: OpenJobs): Promise<void> {
  for (const job of jobs) if (await purgeJob(server, job)) left.remove(job);
}
