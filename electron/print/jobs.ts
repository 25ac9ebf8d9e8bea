import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Paper } from '../../core/domain/paper.ts';
import { ask, IPP, type IppGroup, type PrintServer } from './ipp.ts';
import type { JobSeen, QueueSeen } from './judge-job.ts';
import { CommandError, runCommand } from './run-command.ts';

/** A job in a queue. */
export type Job = { readonly queue: string; readonly id: number };

/** Two are enough for CUPS; the others are for a printer that ends slowly. */
const MOST_PURGES = 20;
const PURGE_AGAIN_MS = 50;
const NOT_FOUND = 0x0406;
const NOT_POSSIBLE = 0x0404;
const MEDIA: Readonly<Record<Paper, readonly string[]>> = {
  a4: ['-o', 'media=A4'],
  // The roll is as long as the page: the size is in the PDF, and the driver cuts there.
  receipt: [],
};

/**
 * Hands a PDF to the print system. It goes through a pipe, so no file of ours holds it; the title says nothing of it.
 * Throws CommandError when it is not taken.
 */
export async function submitJob(queue: string, paper: Paper, pdf: Uint8Array): Promise<Job> {
  const options = ['-o', 'document-format=application/pdf', '-o', 'job-sheets=none', ...MEDIA[paper]];
  const said = await runCommand('lp', ['-d', queue, '-t', 'Balie', ...options, '-'], pdf);
  const id = new RegExp(`${escapedPattern(queue)}-(\\d+)`).exec(said)?.[1];
  if (id === undefined) throw new CommandError(`lp did not say which job it made: ${said.trim()}`);
  return { queue, id: Number(id) };
}

/** How a job stands; undefined when the print system does not know it. Throws UnreachableError. */
export async function seeJob(server: PrintServer, job: Job): Promise<JobSeen | undefined> {
  const { status, groups } = await ask(server, IPP.getJobAttributes, [
    ['job-uri', 'uri', `ipp://localhost/jobs/${job.id}`],
    ['requested-attributes', 'keyword', ['job-state', 'job-printer-state-reasons']],
  ]);
  const state = groups[0]?.['job-state']?.[0];
  return status === NOT_FOUND || typeof state !== 'number' ? undefined : { state };
}

/** How a queue stands; undefined when it is not there (any more). Throws UnreachableError. */
export async function seeQueue(server: PrintServer, name: string): Promise<QueueSeen | undefined> {
  const { status, groups } = await ask(server, IPP.getPrinterAttributes, [
    ['printer-uri', 'uri', `ipp://localhost/printers/${encodeURIComponent(name)}`],
    ['requested-attributes', 'keyword', ['printer-state', 'printer-state-reasons']],
  ]);
  const found = groups[0];
  return status === NOT_FOUND || found === undefined
    ? undefined
    : { stopped: found['printer-state']?.[0] === 5, reasons: textsIn(found, 'printer-state-reasons') };
}

/**
 * Takes a job back and has everything of it deleted, whether it was printed or not: by itself the print system keeps
 * what it printed for a day. A job that is just being printed is only cancelled by the first call: CUPS goes on to know
 * it, and writes it to its disk half a minute later. So this asks again until the job is not known any more.
 * True when nothing of it is left. Throws UnreachableError.
 */
export async function purgeJob(server: PrintServer, job: Job): Promise<boolean> {
  for (let call = 0; call < MOST_PURGES; call++) {
    const { status } = await ask(server, IPP.cancelJob, [
      ['job-uri', 'uri', `ipp://localhost/jobs/${job.id}`],
      ['requesting-user-name', 'name', ownName()],
      ['purge-job', 'boolean', true],
    ]);
    if (status >= 0x100 && status !== NOT_FOUND && status !== NOT_POSSIBLE) return false;
    if ((await seeJob(server, job)) === undefined) return true;
    // A queue that is removed takes its jobs along. Of one that was being printed CUPS may remember the number for ever, with nothing
    // of it on the disk.
    if (call > 0 && (await seeQueue(server, job.queue)) === undefined) return true;
    await wait(PURGE_AGAIN_MS);
  }
  return false;
}

/** The name under which `lp` hands in jobs. An account without a name is "unknown" to it. */
function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

function textsIn(group: IppGroup, name: string): string[] {
  return (group[name] ?? []).map(String);
}

function escapedPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
