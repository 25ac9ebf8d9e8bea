import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreFault } from '../db/store-fault.ts';
import { CommandError } from './command-error.ts';

/** Where the migrations lie in a build: beside the main process. */
export const BUILT_MIGRATIONS = join(import.meta.dirname, '..', 'main', 'migrations');

/** The data folder of a kiosk, made when it is not there. Throws CommandError when `--data` is missing or it cannot be made. */
export function makeDataFolder(data: string | boolean | undefined): string {
  if (typeof data !== 'string')
    throw new CommandError('--data DIR is missing: the data folder of the kiosk.');
  try {
    mkdirSync(data, { recursive: true });
  } catch (error) {
    throw new CommandError(
      `"${data}" cannot be made: ${(error as Error).message}. Give a folder that can be written.`,
    );
  }
  return data;
}

/**
 * Refuses to write into a data folder of another account: what the administrator of the machine writes, the kiosk's account could not read,
 * or not write any more. Throws CommandError.
 */
export function refuseOtherAccount(data: string): void {
  const owner = statSync(data).uid;
  if (process.getuid === undefined || process.getuid() === owner) return;
  throw new CommandError(
    `"${data}" belongs to another account. Run this as the account under which the kiosk runs.`,
  );
}

/** A store in the data folder that could not be opened, with what to do about it. */
export function unopened(data: string, fault: StoreFault): CommandError {
  const advice =
    fault === 'broken-app'
      ? 'Build the app once with "npm start".'
      : 'Start the kiosk once: it mends this, or says what to do.';
  return new CommandError(`The store in "${data}" cannot be opened (${fault}). ${advice}`, 1);
}
