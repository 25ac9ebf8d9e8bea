import { join } from 'node:path';
import { recallFloors } from '../../db/content/kept-floors.ts';
import type { WriteDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { faultOf } from '../../db/store-fault.ts';
import { CommandError } from '../command-error.ts';
import { BUILT_MIGRATIONS, makeDataFolder, refuseOtherAccount, unopened } from '../data-folder.ts';

/**
 * The content store of a data folder, which is made when it is not there.
 * Throws CommandError when `--data` is missing or belongs to another account, or the store cannot be opened.
 */
export function openContentStore(
  data: string | boolean | undefined,
  migrations: string | boolean | undefined = BUILT_MIGRATIONS,
): WriteDb {
  const folder = makeDataFolder(data);
  refuseOtherAccount(folder);
  const opened = openStore(join(folder, 'content.db'), join(String(migrations), 'content'), {
    proveSound: false,
  });
  if (opened.db !== undefined) {
    recallFloors(opened.db, folder);
    return opened.db;
  }
  throw unopened(folder, opened.fault);
}

/** What went wrong with the store, as the operator can act on it; a bug of ours stays what it is. */
export function storeError(error: unknown): unknown {
  const advice = {
    'disk-full': 'The disk is full; the store keeps what it had. Make room and try again.',
    'not-writable':
      'The store cannot be written; it keeps what it had. Close what uses it, check the rights, try again.',
    unreadable:
      'The store is damaged. Leave the kiosk on: when nobody uses it, it finds that too and builds the content again.',
  } as const;
  const fault = faultOf(error);
  return fault in advice ? new CommandError(advice[fault as keyof typeof advice], 1) : error;
}
