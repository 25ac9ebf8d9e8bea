import { setTimeout as wait } from 'node:timers/promises';
import type { FlowPage } from '../../core/contract/pages.ts';
import type { PaperAtHand, PrintResult } from '../../core/contract/print.ts';
import type { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import { PAPERS, type Paper } from '../../core/domain/paper.ts';
import type { MonthReport } from '../../core/domain/report/month-report.ts';
import type { Slip } from '../../core/domain/slip.ts';
import type { Language } from '../../core/domain/words.ts';
import type { Log } from '../log.ts';
import { chooseQueue } from './choose-queue.ts';
import { factSheetPdf } from './fact-sheet-pdf.ts';
import { type PrintServer, UnreachableError } from './ipp.ts';
import { createJob, type Job, RefusedError, seeJob, seeQueue, sendDocument } from './jobs.ts';
import { type Hindrance, hindranceIn, judgeJob, type Look } from './judge-job.ts';
import { findPrintServer } from './print-server.ts';
import { printTurns } from './print-turns.ts';
import { readPrinterSettings } from './printer-settings.ts';
import { listQueues } from './queues.ts';
import { reportPdf } from './report-pdf.ts';
import { slipPdf } from './slip-pdf.ts';
import { openTakingBack } from './taking-back.ts';
import { tallyPdf } from './tally-pdf.ts';

const LOOK_EVERY_MS = 250;
/** A flow of a hundred screens, on a printer that takes its time. */
const LONGEST_SHEETS_MS = 15 * 60_000;

/** Where slips are printed, one at a time. */
export type PrintRoom = {
  /** What can be printed on here; nothing when there is no printer or no print system. */
  readonly papers: () => Promise<PaperAtHand[]>;
  /** Prints and follows the job to its end. Afterwards nothing of it is left in the print system. */
  readonly print: (slip: Slip, paper: Paper) => Promise<PrintResult>;
  /** Prints all screens of a flow in these languages on A4, for those who check facts, in the same way. */
  readonly printFacts: (page: FlowPage, languages: readonly Language[]) => Promise<PrintResult>;
  /** Prints the sheet on which a desk tallies by hand, on A4, in the same way. */
  readonly printTally: (lists: DeskLists, language: Language) => Promise<PrintResult>;
  /** Prints a monthly report on A4, in the same way. */
  readonly printReport: (report: MonthReport) => Promise<PrintResult>;
  /** Takes back what is being printed or waits for that, if anything. */
  readonly cancel: () => void;
};

/** What the room needs: the data folder, and the folder with the style sheet and letters of a slip. */
export type PrintPlan = { readonly dataDir: string; readonly printFolder: string; readonly log: Log };

/** What is printed: what makes its PDF, on which paper, and how long it may take when that is not the usual. */
type Printing = {
  readonly draw: () => Promise<Buffer>;
  readonly paper: Paper;
  readonly longestMs?: number;
};

/** Opens the room, and takes back what an earlier run of the kiosk may have left in the print system. */
export function openPrintRoom({ dataDir, printFolder, log }: PrintPlan): PrintRoom {
  const taking = openTakingBack(dataDir, log);
  const turns = printTurns();
  void taking.sweep();

  const printOn = async ({ draw, paper, longestMs }: Printing, signal: AbortSignal): Promise<PrintResult> => {
    const server = await findPrintServer();
    const queue = chooseQueue(await listQueues(server), paper, readPrinterSettings(dataDir, log));
    if (queue === undefined) return 'no-printer';
    if (!queue.ready) return 'printer-stopped';
    const pdf = await draw();
    if (signal.aborted) return 'cancelled';
    const job = await createJob(server, queue.name, paper);
    if (job === undefined) return 'no-printer';
    // Written down before there is anything to print: whatever goes now, it is taken back.
    return taking.during(server, job, async () => {
      if (signal.aborted) return 'cancelled';
      await sendDocument(server, job, pdf);
      return followJob(server, job, signal, longestMs);
    });
  };

  const printAndTell = async (printing: Printing, signal: AbortSignal): Promise<PrintResult> => {
    try {
      const result = await printOn(printing, signal);
      log.note('print', `${printing.paper}: ${result}`);
      return result;
    } catch (error) {
      log.trouble('print-failed', String((error as Error).stack ?? error));
      return error instanceof UnreachableError ? 'no-printer' : 'failed';
    }
  };

  const print = (printing: Printing) => turns.take((signal) => printAndTell(printing, signal));

  return {
    papers: async () => {
      // What was left behind is nobody's wait.
      void taking.sweep();
      try {
        const queues = await listQueues(await findPrintServer());
        const settings = readPrinterSettings(dataDir, log);
        return PAPERS.flatMap((paper) => {
          const queue = chooseQueue(queues, paper, settings);
          return queue === undefined ? [] : [{ paper, ready: queue.ready }];
        });
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        return [];
      }
    },
    print: (slip, paper) => print({ draw: () => slipPdf(slip, paper, printFolder), paper }),
    printFacts: (page, languages) =>
      print({
        draw: () => factSheetPdf(page, languages, printFolder),
        paper: 'a4',
        longestMs: LONGEST_SHEETS_MS,
      }),
    printTally: (lists, language) =>
      print({ draw: () => tallyPdf(lists, language, printFolder), paper: 'a4' }),
    printReport: (report) => print({ draw: () => reportPdf(report, printFolder), paper: 'a4' }),
    cancel: turns.cancel,
  };
}

/** Looks at a job until something came of it. */
async function followJob(
  server: PrintServer,
  job: Job,
  signal: AbortSignal,
  longestMs: number | undefined,
): Promise<PrintResult> {
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
    const result = judgeJob(look, hindrance, now - since, now - start, longestMs);
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
    // One that does not want to say may have too much to do: it has as long as one that is started again.
    if (error instanceof UnreachableError || error instanceof RefusedError)
      return { job: 'gone', queue: 'unreachable' };
    throw error;
  }
}
