import { constants, setPriority } from 'node:os';
import { forkHelper } from '../fork-helper.ts';
import type { AnyRequest } from './updater.ts';

/** Longer than the largest pack takes on the slowest line that is waited for. */
const MOST_MS = 6 * 60 * 60_000;

/** The process ended without a word. */
type Ended = { readonly ok: false; readonly fault: string; readonly message: string };

/** How to break it off, and who hears what it says on the way. */
type Listening<Told> = { readonly signal?: AbortSignal; readonly hear?: (told: Told) => void };

/**
 * Has a process of its own look at the repository, or at all that is stored, behind everything else on the machine. Resolves with
 * what it says at last; with a failure when it ends without a word or takes hours.
 */
export function runUpdater<Reply extends { readonly ok: boolean }, Told = never>(
  file: string,
  request: AnyRequest,
  { signal, hear }: Listening<Told> = {},
): Promise<Reply | Ended> {
  return new Promise((resolve) => {
    const child = forkHelper(file, 'balie-updates');
    const late = setTimeout(() => child.kill(), MOST_MS);
    const end = () => void child.kill();
    child.once('spawn', () => {
      // Before this moment there was nothing that could be ended.
      if (signal?.aborted) return end();
      try {
        setPriority(Number(child.pid), constants.priority.PRIORITY_LOW);
      } catch {
        // Then it runs beside the screens as one of them.
      }
      child.postMessage(request);
    });
    signal?.addEventListener('abort', end);
    child.on('message', (said: Reply | { readonly told: Told }) => {
      if ('told' in said) hear?.(said.told);
      else resolve(said);
    });
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', end);
      clearTimeout(late);
      resolve({ ok: false, fault: 'ended', message: `the process that updates ended with ${code}` });
    });
  });
}
