import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ServerMigration, ServerStatement } from './migrations/server-migration.ts';
import { SERVER_MIGRATIONS } from './migrations/server-migrations.ts';
import type { DatabaseKind, Tables } from './tables.ts';
import { waitForLocks } from './wait-for-locks.ts';

/** The store and this version of the server do not go together; the message says what to do. */
export class MigrationError extends Error {}

/** Any number that nothing else in this database uses for its advisory locks. */
const LOCK = 7_226_154;

/**
 * Brings a store up to the newest schema, in one transaction, and writes down the checksum of each step. Two instances
 * may do so at once: one waits for the other. Throws MigrationError when a newer server was here, or a step changed.
 */
export async function migrateServer(
  db: Kysely<Tables>,
  kind: DatabaseKind,
  migrations: readonly ServerMigration[] = SERVER_MIGRATIONS,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (kind === 'postgres') {
      // The other one may have much to change. SQLite waits as its transaction begins.
      await waitForLocks(trx, kind);
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
    }
    await applyMissing(trx, kind, migrations);
  });
}

async function applyMissing(
  db: Transaction<Tables>,
  kind: DatabaseKind,
  migrations: readonly ServerMigration[],
): Promise<void> {
  const table = 'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL)';
  await sql.raw(kind === 'sqlite' ? `${table} STRICT` : table).execute(db);
  const applied = await db.selectFrom('migrations').selectAll().orderBy('name').execute();
  applied.forEach(({ name, sha256 }, index) => {
    const known = migrations[index];
    if (known === undefined)
      throw new MigrationError(
        `The store has migration "${name}", which this version does not know. Start the newer server again.`,
      );
    if (name !== known.name || sha256 !== checksum(known))
      throw new MigrationError(
        `The store has another migration "${name}" than this version. Start the version that made the store.`,
      );
  });
  for (const migration of migrations.slice(applied.length)) {
    for (const statement of migration.statements) {
      const text = inDialect(statement, kind);
      if (text !== undefined) await sql.raw(text).execute(db);
    }
    await db
      .insertInto('migrations')
      .values({ name: migration.name, sha256: checksum(migration) })
      .execute();
  }
}

/** SQLite is as strict about types as PostgreSQL only when it is told so, and then it knows one name for whole numbers. */
function inDialect(statement: ServerStatement, kind: DatabaseKind): string | undefined {
  if (typeof statement !== 'string') return statement[kind];
  if (kind === 'postgres') return statement;
  const named = /^(CREATE|ALTER) TABLE/.test(statement)
    ? statement.replaceAll('BIGINT', 'INTEGER')
    : statement;
  return named.startsWith('CREATE TABLE') ? `${named} STRICT` : named;
}

function checksum({ statements }: ServerMigration): string {
  const texts = statements.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  return createHash('sha256').update(texts.join(';\n')).digest('hex');
}
