import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Paper } from '../../core/domain/paper.ts';
import { ask, IPP, type IppGroup, type PrintServer } from './ipp.ts';
import type { JobSeen, QueueSeen } from './judge-job.ts';

/** The print system answers, and says no. */
export class RefusedError extends Error {}

/** A job in a queue. */
export type Job = { readonly queue: string; readonly id: number };

/** Two are enough for CUPS; the others are for a printer that ends slowly. */
const MOST_PURGES = 20;
const PURGE_AGAIN_MS = 50;
const NOT_FOUND = 0x0406;
const NOT_POSSIBLE = 0x0404;
/** Of the statuses of RFC 8011, appendix B, those below are well. */
const FIRST_ERROR = 0x0100;
const MEDIA: Readonly<Record<Paper, readonly (readonly ['media', 'keyword', string])[]>> = {
  a4: [['media', 'keyword', 'A4']],
  // The roll is as long as the page: the size is in the PDF, and the driver cuts there.
  receipt: [],
};

/**
 * Makes a job for which there is no document yet, so that its number is known, and can be written down, before anything of it could be
 * printed. Its title says nothing. Undefined when the queue is not there (any more). Throws RefusedError and UnreachableError.
 */
export async function createJob(server: PrintServer, queue: string, paper: Paper): Promise<Job | undefined> {
  const { status, groups } = await ask(
    server,
    IPP.createJob,
    [
      ['printer-uri', 'uri', `ipp://localhost/printers/${encodeURIComponent(queue)}`],
      ['requesting-user-name', 'name', ownName()],
      ['job-name', 'name', 'Balie'],
    ],
    { job: [['job-sheets', 'keyword', 'none'], ...MEDIA[paper]] },
  );
  if (status === NOT_FOUND) return undefined;
  // What it did not understand may come in a group of its own before that of the job (RFC 8011, 4.1.7).
  const id = groups.flatMap((group) => group['job-id'] ?? [])[0];
  if (status >= FIRST_ERROR || typeof id !== 'number') throw refused('make a job', status);
  return { queue, id };
}

/** Hands in the PDF of a job: no file of ours holds it. Throws RefusedError and UnreachableError. */
export async function sendDocument(server: PrintServer, job: Job, pdf: Uint8Array): Promise<void> {
  const { status } = await ask(
    server,
    IPP.sendDocument,
    [
      ['job-uri', 'uri', `ipp://localhost/jobs/${job.id}`],
      ['requesting-user-name', 'name', ownName()],
      ['document-format', 'mimeType', 'application/pdf'],
      ['last-document', 'boolean', true],
    ],
    { document: pdf },
  );
  if (status >= FIRST_ERROR) throw refused('take the document', status);
}

/** How a job stands; undefined when the print system does not know it (any more). Throws RefusedError and UnreachableError. */
export async function seeJob(server: PrintServer, job: Job): Promise<JobSeen | undefined> {
  const { status, groups } = await ask(server, IPP.getJobAttributes, [
    ['job-uri', 'uri', `ipp://localhost/jobs/${job.id}`],
    ['requested-attributes', 'keyword', ['job-state', 'job-printer-state-reasons']],
  ]);
  if (status === NOT_FOUND) return undefined;
  const state = groups.flatMap((group) => group['job-state'] ?? [])[0];
  // A print system that does not want to say has not said that the job is gone: that would mean that it was printed.
  if (status >= FIRST_ERROR || typeof state !== 'number') throw refused('say how a job stands', status);
  return { state };
}

/** How a queue stands; undefined when it is not there (any more). Throws RefusedError and UnreachableError. */
export async function seeQueue(server: PrintServer, name: string): Promise<QueueSeen | undefined> {
  const { status, groups } = await ask(server, IPP.getPrinterAttributes, [
    ['printer-uri', 'uri', `ipp://localhost/printers/${encodeURIComponent(name)}`],
    ['requested-attributes', 'keyword', ['printer-state', 'printer-state-reasons']],
  ]);
  if (status === NOT_FOUND) return undefined;
  const found = groups.find((group) => group['printer-state'] !== undefined);
  // Not wanting to say is not being gone: a job would be let go of while it is printed.
  if (status >= FIRST_ERROR || found === undefined) throw refused('say how a queue stands', status);
  return { stopped: found['printer-state']?.[0] === 5, reasons: textsIn(found, 'printer-state-reasons') };
}

/**
 * Takes a job back and has everything of it deleted, whether it was printed or not: by itself the print system keeps
 * what it printed for a day. A job that is just being printed is only cancelled by the first call: CUPS goes on to know
 * it, and writes it to its disk half a minute later. So this asks again until the job is not known any more.
 * True when nothing of it is left. Throws RefusedError and UnreachableError.
 */
export async function purgeJob(server: PrintServer, job: Job): Promise<boolean> {
  for (let call = 0; call < MOST_PURGES; call++) {
    const { status } = await ask(server, IPP.cancelJob, [
      ['job-uri', 'uri', `ipp://localhost/jobs/${job.id}`],
      ['requesting-user-name', 'name', ownName()],
      ['purge-job', 'boolean', true],
    ]);
    if (status >= FIRST_ERROR && status !== NOT_FOUND && status !== NOT_POSSIBLE) return false;
    if ((await seeJob(server, job)) === undefined) return true;
    // A queue that is removed takes its jobs along. Of one that was being printed CUPS may remember the number for ever, with nothing
    // of it on the disk.
    if (call > 0 && (await seeQueue(server, job.queue)) === undefined) return true;
    await wait(PURGE_AGAIN_MS);
  }
  return false;
}

function refused(what: string, status: number): RefusedError {
  return new RefusedError(
    `the print system does not ${what}: status 0x${status.toString(16).padStart(4, '0')}`,
  );
}

/** The name under which jobs are handed in. */
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
