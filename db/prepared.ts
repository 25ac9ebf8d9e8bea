import type Database from 'better-sqlite3';
import type { ReadDb } from './open.ts';

const statements = new WeakMap<ReadDb, Map<string, Database.Statement>>();

/** A statement of a connection, prepared once: that takes longer than reading a row. For texts that are a few. */
export function prepared<P extends unknown[], R>(db: ReadDb, sql: string): Database.Statement<P, R> {
  const known = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement as Database.Statement<P, R>;
}
