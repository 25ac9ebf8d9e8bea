import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { TIMESTAMP_PLACE } from '../../core/contract/repository/places.ts';
import { LIBRARY_LISTS } from '../reports/library-names.ts';
import type { ServerStore } from './open-server-store.ts';
import { SECRETS_FILE } from './secrets-key.ts';

/** What is in a copy of a server with PostgreSQL: `pg_restore` reads it. */
export const DUMP_FILE = 'server.dump';

/**
 * Writes a whole copy of a server into a new folder, while it runs: its store as it is at one moment, its keys, its repository and the lists of its
 * libraries. What is
 * not finished has a name that ends in `.part`. Of handovers, what is sealed is not in it, but for PostgreSQL: copies are kept for longer
 * than those may be (decision 38). Sessions are not in it: one that somebody ended would live again. `database`: the address of the PostgreSQL, which its own `pg_dump` copies. Throws the
 * error of the disk, the database or the program.
 */
export async function backUp(store: ServerStore, to: string, database: string | undefined): Promise<void> {
  const part = `${to}.part`;
  mkdirSync(dirname(part), { recursive: true });
  mkdirSync(part, { mode: 0o700 });
  if (database === undefined) {
    await sql`VACUUM INTO ${join(part, 'server.db')}`.execute(store.db);
    forget(join(part, 'server.db'));
    cpSync(join(store.data, 'server.key'), join(part, 'server.key'));
  } else await dump(database, join(part, DUMP_FILE));
  await store.secrets(); // makes it where there was none
  cpSync(join(store.data, SECRETS_FILE), join(part, SECRETS_FILE));
  copyRepository(join(store.data, 'repository'), join(part, 'repository'));
  const lists = join(store.data, LIBRARY_LISTS);
  if (existsSync(lists)) cpSync(lists, join(part, LIBRARY_LISTS), { recursive: true });
  renameSync(part, to);
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

/** The timestamp as it was before the rest was copied: all that it leads to is there, also when somebody publishes meanwhile. */
function copyRepository(from: string, to: string): void {
  if (!existsSync(from)) return;
  const timestamp = join(from, TIMESTAMP_PLACE);
  const before = existsSync(timestamp) ? readFileSync(timestamp) : undefined;
  cpSync(from, to, { recursive: true, filter: (file) => !file.endsWith('.part') });
  if (before !== undefined) writeFileSync(join(to, TIMESTAMP_PLACE), before);
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
