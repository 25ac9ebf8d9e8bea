import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { ImmediateSqlite } from './immediate-sqlite.ts';
import { migrateServer } from './migrate.ts';
import { openSecretsKey, type SecretsKey } from './secrets-key.ts';
import type { DatabaseKind, Tables } from './tables.ts';

/** Where the store of a server is: a data folder, and the address of a PostgreSQL when it is not SQLite in that folder. */
export type StorePlace = { readonly data: string; readonly database?: string | undefined };

/** An open store. `close` waits for what runs. */
export type ServerStore = {
  readonly db: Kysely<Tables>;
  readonly kind: DatabaseKind;
  readonly data: string;
  /** The key that locks what the server must read again: opened when it is first needed. */
  readonly secrets: () => Promise<SecretsKey>;
  readonly close: () => Promise<void>;
};

/** More connections than an instance has use for; each costs the PostgreSQL a process. */
const CONNECTIONS = 8;
/** A database that does not answer within this is not there. */
const PATIENCE_MS = 5_000;
/** A connection that carries nothing for so long is looked after: is the computer at its other end still there? */
const QUIET_MS = 10_000;
/**
 * How long PostgreSQL lets a statement wait for what another transaction holds (0: for as long as it takes), and a transaction lie in which
 * nothing is asked, in milliseconds.
 */
type LockPatience = { readonly lockMs: number; readonly idleMs: number };
/**
 * An instance whose computer lost its power leaves the transaction open in which it was, and that holds its devices until the database hears of
 * it, which takes hours. So it ends by itself: one of an instance that lives asks its next within milliseconds. Who waits for it meanwhile
 * gives up sooner than others give up waiting for a connection, and leaves them its own.
 */
const LOCK_PATIENCE: LockPatience = { lockMs: 1_000, idleMs: 30_000 };
/** PostgreSQL's type of the numbers that JavaScript takes for text, lest they be too large: ours are not. */
const INT8 = 20;

/**
 * Opens the store of a server, makes it when it is not there, and brings its schema up to date. Throws MigrationError,
 * and the error of the disk or the database. `patience`: with PostgreSQL, where it is another one than that of a server.
 */
export async function openServerStore(
  { data, database }: StorePlace,
  patience: Partial<LockPatience> = {},
): Promise<ServerStore> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const kind = database === undefined ? 'sqlite' : 'postgres';
  const db = new Kysely<Tables>({
    dialect:
      database === undefined
        ? sqlite(join(data, 'server.db'))
        : postgres(database, { ...LOCK_PATIENCE, ...patience }),
  });
  try {
    await migrateServer(db, kind);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  let secrets: Promise<SecretsKey> | undefined;
  return {
    ...{ db, kind, data },
    secrets: () => (secrets ??= openSecretsKey({ db, data })),
    close: () => db.destroy(),
  };
}

/** Throws when the store does not answer. */
export async function pingStore({ db }: ServerStore): Promise<void> {
  await sql`SELECT 1`.execute(db);
}

function sqlite(file: string): ImmediateSqlite {
  const db = new Database(file);
  db.pragma('busy_timeout = 5000'); // first: two instances may start at once
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL'); // what was acknowledged survives a power cut
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  return new ImmediateSqlite({ database: { prepare: prepareOnce(db), close: () => db.close() } });
}

/** Statements that were prepared and are kept: the same few come for every batch. */
const MOST_PREPARED = 200;

/** Prepares a statement, or gives the one that was prepared for this text earlier. */
function prepareOnce(db: Database.Database): (text: string) => Database.Statement {
  const prepared = new Map<string, Database.Statement>();
  return (text) => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = db.prepare(text);
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(text, statement);
    return statement;
  };
}

function postgres(address: string, { lockMs, idleMs }: LockPatience): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: QUIET_MS,
    application_name: 'balie',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // A connection that breaks while nobody uses it: the pool forgets it, and the next request gets a new one.
  pool.on('error', () => undefined);
  // One that breaks while somebody does: what waits for it fails by itself, and the process goes on.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
