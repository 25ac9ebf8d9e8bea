import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeviceKey, openDeviceKey } from '../../trust/jws/device-key.ts';
import { keepFile } from './keep-file.ts';
import type { ServerStore } from './open-server-store.ts';

const NAME = 'acknowledgements';

/**
 * The key that signs acknowledgements, made at the first start. Beside SQLite it is a file that only the server's account
 * reads; with PostgreSQL it is a row, where every instance finds the same one. Throws when there is no key in that place.
 */
export async function openServerKey(store: ServerStore): Promise<KeyObject> {
  return openDeviceKey(
    store.kind === 'sqlite' ? fromFile(join(store.data, 'server.key')) : await fromRow(store),
  );
}

async function fromRow({ db }: ServerStore): Promise<string> {
  await db
    .insertInto('server_keys')
    .values({ name: NAME, pem: makeDeviceKey().text })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('server_keys')
    .select('pem')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return row.pem;
}

function fromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  keepFile(file, makeDeviceKey().text);
  return readFileSync(file, 'utf8');
}
