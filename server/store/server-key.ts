import type { KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeviceKey, openDeviceKey } from '../../trust/jws/device-key.ts';
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

/** Whole or not there, and the first one stays, whoever else makes one at this moment. */
function fromFile(file: string): string {
  const fresh = `${file}.${process.pid}`;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  rmSync(fresh, { force: true });
  const descriptor = openSync(fresh, 'wx', 0o600);
  try {
    writeSync(descriptor, makeDeviceKey().text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readFileSync(file, 'utf8');
}
