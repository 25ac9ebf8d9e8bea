import { MigrationError } from '../../server/store/migrate.ts';
import { openServerStore, type ServerStore, type StorePlace } from '../../server/store/open-server-store.ts';
import type { Arguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';

/** The options that say where the store of a server is. */
export const STORE_OPTIONS = { data: 'string', database: 'string' } as const;

/** Where the store is. Throws CommandError when `--data` is missing or `--database` is no address of a PostgreSQL. */
export function storePlaceFrom({ options }: Arguments): StorePlace {
  const { data, database } = options;
  if (typeof data !== 'string')
    throw new CommandError('--data DIR is missing: the data folder of the server.');
  if (typeof database === 'string' && !/^postgres(ql)?:\/\//.test(database))
    throw new CommandError(
      '--database is no address of a PostgreSQL. Write it as postgres://user@host/name.',
    );
  return { data, database: typeof database === 'string' ? database : undefined };
}

/** Says it on the error output when the address of the database has a password in it: every account of the computer can read what was started how. */
export function warnOfPassword({ database }: StorePlace): void {
  const address = database !== undefined && URL.canParse(database) ? new URL(database) : undefined;
  if (address === undefined || (address.password === '' && !address.searchParams.has('password'))) return;
  console.error(
    'Every account of this computer can read the password in --database while this runs (ps shows it). Take it out of there, and put it into the file .pgpass in the home of this account: docs/server/running.md, or into PGPASSWORD.',
  );
}

/** Does something with the store, and closes it. Throws CommandError when it cannot be opened. */
export async function withServerStore<T>(
  args: Arguments,
  use: (store: ServerStore) => Promise<T>,
): Promise<T> {
  const place = storePlaceFrom(args);
  warnOfPassword(place);
  // Somebody who waits sees that it takes long, and what was half done is not done again by itself.
  const store = await openServerStore(place, { lockMs: 0 }).catch((error: unknown) => {
    throw unopenedStore(place, error);
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** A store that could not be opened, and what to do. The address of a database is not told: there may be a password in it. */
export function unopenedStore({ data, database }: StorePlace, error: unknown): unknown {
  if (error instanceof MigrationError) return new CommandError(error.message, 1);
  const { code, message } = error as NodeJS.ErrnoException;
  if (database !== undefined && message.startsWith('SASL:'))
    // so it says that it has none
    return new CommandError(
      'The database wants a password. Put it into the file .pgpass in the home of this account, or into PGPASSWORD: docs/server/running.md.',
      1,
    );
  if (typeof code !== 'string') return error;
  return new CommandError(
    database === undefined
      ? `The store in "${data}" cannot be opened: ${message}. Check the folder and its rights.`
      : `The database does not answer (${code}). Check that it runs, its address and its password.`,
    1,
  );
}
