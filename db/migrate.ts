import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteDb } from './open.ts';

/** One step of the schema: a numbered file with one job. */
export type Migration = { readonly name: string; readonly sql: string };

/** A migration that was applied has other text now: nobody knows what the store looks like, so it is not opened. */
export class MigrationDriftError extends Error {}

/** The store was written by a newer version of the app, which knows migrations that this one does not. */
export class NewerStoreError extends Error {}

/** The migrations in a folder (`NNNN-name.sql`), in their order. Throws when a number is missing or stands twice. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  names.forEach((name, index) => {
    const number = String(index + 1).padStart(4, '0');
    if (!name.startsWith(`${number}-`))
      throw new Error(`Migration ${number} is missing or stands twice in "${folder}" (found "${name}").`);
  });
  return names.map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Brings a store up to the newest schema, each migration in a transaction of its own, and writes down its checksum.
 * Throws MigrationDriftError when an applied one has changed, NewerStoreError when one is applied that is not known here.
 */
export function migrate(db: WriteDb, migrations: readonly Migration[]): void {
  db.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT');
  const applied = new Map(
    db
      .prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM migrations')
      .all()
      .map((row) => [row.name, row.sha256]),
  );
  const unknown = [...applied.keys()].find(
    (name) => !migrations.some((migration) => migration.name === name),
  );
  if (unknown !== undefined)
    throw new NewerStoreError(`The store has migration "${unknown}", which this version does not know.`);
  for (const { name, sql } of migrations) {
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const before = applied.get(name);
    if (before !== undefined && before !== sha256)
      throw new MigrationDriftError(`Migration "${name}" was changed after it was applied.`);
    if (before === undefined)
      db.transaction(() => {
        db.exec(sql);
        db.prepare('INSERT INTO migrations (name, sha256) VALUES (?, ?)').run(name, sha256);
      }).immediate();
  }
}
