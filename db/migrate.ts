import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './blobs/blob-store.ts';
import { blobsOf } from './blobs/blobs-of.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { FIRST_PREV, hashOfLine } from './ops/audit-chain.ts';

/** One step of the schema: a numbered file with one job. */
export type Migration = { readonly name: string; readonly sql: string };

/** What was applied is not what this version would apply: nobody knows what the store looks like, so it is not opened. */
export class MigrationDriftError extends Error {}

/** The store was written by a newer version of the app, which knows migrations that this one does not. */
export class NewerStoreError extends Error {}

/** The migrations in a folder (`NNNN-name.sql`), in their order. Throws when a number is missing or stands twice. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  if (names.length === 0) throw new Error(`There are no migrations in "${folder}".`);
  names.forEach((name, index) => {
    const number = String(index + 1).padStart(4, '0');
    if (!name.startsWith(`${number}-`))
      throw new Error(`Migration ${number} is missing or stands twice in "${folder}" (found "${name}").`);
  });
  return names.map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Holds what was applied to a store against the migrations of this version. It only reads.
 * Throws NewerStoreError when more were applied than are known here, MigrationDriftError when one that was applied
 * has changed or was passed over. Returns how many were applied.
 */
export function checkApplied(db: ReadDb, migrations: readonly Migration[]): number {
  const applied = readApplied(db);
  const unknown = applied.slice(migrations.length)[0];
  if (unknown !== undefined)
    throw new NewerStoreError(`The store has migration "${unknown.name}", which this version does not know.`);
  applied.forEach(({ name, sha256 }, index) => {
    const known = migrations[index] as Migration;
    if (name !== known.name)
      throw new MigrationDriftError(`The store has migration "${name}" where "${known.name}" belongs.`);
    if (sha256 !== checksum(known))
      throw new MigrationDriftError(`Migration "${name}" was changed after it was applied.`);
  });
  return applied.length;
}

/**
 * Brings a store up to the newest schema, each migration in a transaction of its own, and writes down its checksum.
 * Throws as checkApplied does, and SqliteError when a migration fails: then nothing of that one is left.
 */
export function migrate(db: WriteDb, migrations: readonly Migration[]): void {
  const done = checkApplied(db, migrations);
  db.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT');
  for (const migration of migrations.slice(done))
    db.transaction(() => {
      const kept = lendKeepBlob(db);
      lendAuditHash(db);
      db.exec(migration.sql);
      // Before the commit: after a power cut there is the old schema, or all that the new one names.
      if (kept.length > 0) blobsOf(db).sync(kept);
      db.prepare('INSERT INTO migrations (name, sha256) VALUES (?, ?)').run(
        migration.name,
        checksum(migration),
      );
    }).immediate();
}

/** Lends SQL the hash of a line of the audit log; with nothing, what the first line carries for the one before. */
function lendAuditHash(db: WriteDb): void {
  db.function('audit_hash', { directOnly: true, varargs: true }, (...line: unknown[]) => {
    if (line.length === 0) return FIRST_PREV;
    const [seq, at, act, person, detail, prev] = line as [
      number,
      string,
      string,
      string | null,
      string,
      string,
    ];
    return hashOfLine({ seq, at, act, person, detail, prev });
  });
}

/** Lends SQL a function that puts bytes into the blobs of the store and gives their SHA-256. Returns what it will have put there. */
function lendKeepBlob(db: WriteDb): readonly Content[] {
  const kept: Content[] = [];
  db.function('keep_blob', { directOnly: true }, (bytes: unknown) => {
    const content = blobsOf(db).put(bytes as Buffer);
    kept.push(content);
    return content.sha256;
  });
  return kept;
}

function readApplied(db: ReadDb): { name: string; sha256: string }[] {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get();
  if (known === undefined) return [];
  return db
    .prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM migrations ORDER BY name')
    .all();
}

function checksum({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
