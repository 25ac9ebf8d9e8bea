import { CommandError } from '../command-error.ts';

/**
 * Writes, and gives what writing gives. Throws CommandError for what a disk says (a file on the way, no room, no permission), with the
 * place that was to be written and the advice; anything else is a bug and is thrown on.
 */
export function writeOrRefuse<T>(place: string, advice: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    if (typeof (cause as NodeJS.ErrnoException).code !== 'string') throw cause;
    throw new CommandError(`"${place}" cannot be written: ${(cause as Error).message}. ${advice}`, 1);
  }
}
