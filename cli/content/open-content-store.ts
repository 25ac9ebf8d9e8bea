import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { faultOf } from '../../db/store-fault.ts';
import { CommandError } from '../command-error.ts';

/** Where the migrations lie in a build: beside the main process. */
const BUILT_MIGRATIONS = join(import.meta.dirname, '..', 'main', 'migrations');

/**
 * The content store of a data folder, which is made when it is not there.
 * Throws CommandError when `--data` is missing or the store cannot be opened.
 */
export function openContentStore(
  data: string | boolean | undefined,
  migrations: string | boolean | undefined = BUILT_MIGRATIONS,
): WriteDb {
  if (typeof data !== 'string')
    throw new CommandError('--data DIR is missing: the data folder of the kiosk.');
  try {
    mkdirSync(data, { recursive: true });
  } catch (error) {
    throw new CommandError(
      `"${data}" cannot be made: ${(error as Error).message}. Give a folder that can be written.`,
    );
  }
  const { db, ...failed } = openStore(join(data, 'content.db'), join(String(migrations), 'content'), {
    proveSound: false,
  });
  if (db !== undefined) return db;
  const advice =
    failed.fault === 'broken-app'
      ? 'Build the app once with "npm start".'
      : 'Start the kiosk once: it mends this, or says what to do.';
  throw new CommandError(`The store in "${data}" cannot be opened (${failed.fault}). ${advice}`, 1);
}

/** What went wrong with the store, as the operator can act on it; a bug of ours stays what it is. */
export function storeError(error: unknown): unknown {
  const advice = {
    'disk-full': 'The disk is full; the store keeps what it had. Make room and try again.',
    'not-writable':
      'The store cannot be written; it keeps what it had. Close what uses it, check the rights, try again.',
    unreadable: 'The store is damaged. Start the kiosk once: it builds the content again.',
  } as const;
  const fault = faultOf(error);
  return fault in advice ? new CommandError(advice[fault as keyof typeof advice], 1) : error;
}
