import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { hasWholeCopy } from '../../db/ops/copies.ts';
import { CommandError } from '../command-error.ts';

/** Where the migrations lie in a build: beside the main process. */
const BUILT_MIGRATIONS = join(import.meta.dirname, '..', 'main', 'migrations');

/**
 * The ops store of a data folder, which is made when it is not there. Throws CommandError when `--data` is missing, when the store
 * cannot be opened, and when it is gone while a copy of it waits to be brought back.
 */
export function openOpsStore(
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
  refuseOtherAccount(data);
  const file = join(data, 'ops.db');
  if (!existsSync(file) && hasWholeCopy(join(data, 'copies')))
    throw new CommandError(
      `The store in "${data}" is gone, and a copy of it is there. Start the kiosk once: it brings the copy back.`,
      1,
    );
  const { db, ...failed } = openStore(file, join(String(migrations), 'ops'), {
    proveSound: false,
    secureDelete: true,
  });
  if (db !== undefined) return db;
  const advice =
    failed.fault === 'broken-app'
      ? 'Build the app once with "npm start".'
      : 'Start the kiosk once: it mends this, or says what to do.';
  throw new CommandError(`The store in "${data}" cannot be opened (${failed.fault}). ${advice}`, 1);
}

/** What the administrator of the machine writes, the kiosk's account could not read: the kiosk would have no PIN. */
function refuseOtherAccount(data: string): void {
  const owner = statSync(data).uid;
  if (process.getuid === undefined || process.getuid() === owner) return;
  throw new CommandError(
    `"${data}" belongs to another account. Run this as the account under which the kiosk runs.`,
  );
}
