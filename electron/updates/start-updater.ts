import { constants, setPriority } from 'node:os';
import { utilityProcess } from 'electron';
import type { UpdaterReply, UpdaterRequest } from './updater.ts';

/** Longer than the largest pack takes on the slowest line that is waited for. */
const MOST_MS = 6 * 60 * 60_000;

/**
 * Has a process of its own look at the repository, behind everything else on the machine. Resolves with what it says; with a
 * failure when it ends without a word or takes hours.
 */
export function runUpdater(file: string, request: UpdaterRequest): Promise<UpdaterReply> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(file, [], { serviceName: 'balie-updates', stdio: 'ignore' });
    const late = setTimeout(() => child.kill(), MOST_MS);
    child.once('spawn', () => {
      try {
        setPriority(Number(child.pid), constants.priority.PRIORITY_LOW);
      } catch {
        // Then it runs beside the screens as one of them.
      }
      child.postMessage(request);
    });
    child.once('message', (reply: UpdaterReply) => resolve(reply));
    child.once('exit', (code) => {
      clearTimeout(late);
      resolve({ ok: false, fault: 'ended', message: `the process that updates ended with ${code}` });
    });
  });
}
