import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { LIBRARY_LISTS } from '../reports/library-names.ts';
import { copyRepository } from './copy-repository.ts';
import type { ServerStore } from './open-server-store.ts';
import { SECRETS_FILE } from './secrets-key.ts';

/** What is in a copy of a server with PostgreSQL: `pg_restore` reads it. */
export const DUMP_FILE = 'server.dump';

/**
 * Writes a whole copy of a server into a new folder, while it runs: its store as it is at one moment, its keys, its repository and the lists of its
 * libraries. What is not finished has a name that ends in `.part`, and is taken away when something fails. Of handovers, what is sealed is not in it, but for
 * PostgreSQL: copies are kept for longer than those may be (decision 38). Sessions are not in it: one that somebody ended would live again.
 * `database`: the address of the PostgreSQL, which its own `pg_dump` copies. Throws the error of the disk, the database or the program, and
 * TrustError when the repository does not stand still.
 */
export async function backUp(store: ServerStore, to: string, database: string | undefined): Promise<void> {
  const part = `${to}.part`;
  mkdirSync(dirname(part), { recursive: true });
  mkdirSync(part, { mode: 0o700 });
  try {
    await copyInto(part, store, database);
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { recursive: true, force: true }); // or it would hold the room and the name
    throw error;
  }
}

async function copyInto(part: string, store: ServerStore, database: string | undefined): Promise<void> {
  if (database === undefined) {
    await sql`VACUUM INTO ${join(part, 'server.db')}`.execute(store.db);
    forget(join(part, 'server.db'));
    cpSync(join(store.data, 'server.key'), join(part, 'server.key'));
  } else await dump(database, join(part, DUMP_FILE));
  await store.secrets(); // makes it where there was none
  cpSync(join(store.data, SECRETS_FILE), join(part, SECRETS_FILE));
  await copyRepository(join(store.data, 'repository'), join(part, 'repository'));
  const lists = join(store.data, LIBRARY_LISTS);
  if (existsSync(lists)) cpSync(lists, join(part, LIBRARY_LISTS), { recursive: true });
}

/** Sessions go, and what is sealed: a desk of a server that starts from the copy hears that it was deleted. */
function forget(copy: string): void {
  const db = new Database(copy, { fileMustExist: true });
  try {
    db.pragma('journal_mode = MEMORY'); // a file beside it would have what is to go
    const sessions = db.prepare('DELETE FROM sessions').run();
    const sealed = db
      .prepare(
        "UPDATE handovers SET sealed = NULL, sealed_state = replace(sealed_state, 'waiting', 'deleted') WHERE sealed IS NOT NULL",
      )
      .run();
    if (sessions.changes + sealed.changes > 0) db.exec('VACUUM'); // or it would still lie in free pages
  } finally {
    db.close();
  }
}

/** The password goes by the environment: what stands on a command line, every account of the computer can read. */
async function dump(database: string, file: string): Promise<void> {
  const address = new URL(database);
  const { password } = address;
  address.password = '';
  const what = ['--format=custom', '--exclude-table-data=sessions'];
  await promisify(execFile)('pg_dump', [...what, `--file=${file}`, `--dbname=${address.href}`], {
    // In English, for whoever tells why it did not work.
    env: {
      ...process.env,
      LC_ALL: 'C',
      ...(password === '' ? {} : { PGPASSWORD: decodeURIComponent(password) }),
    },
  });
}
