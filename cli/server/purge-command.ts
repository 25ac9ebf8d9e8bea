import { PurgeError, purge } from '../../server/sync/purge.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

/** `balie server purge --data DIR`: what a server does once a day by itself, now. It may run beside one. */
export async function purgeCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], STORE_OPTIONS);
  const { items, batches, quarantined } = await withServerStore(read, (store) =>
    purge(store, new Date()).catch((error: unknown) => {
      throw error instanceof PurgeError ? new CommandError(error.message, 1) : error;
    }),
  );
  console.log(
    `Older than 30 days and gone: ${items} items, ${batches} batches, ${quarantined} that were set aside. The counts stay.`,
  );
  return 0;
}
