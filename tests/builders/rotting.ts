import type Database from 'better-sqlite3';

/** Changes rows as a disk does: nothing that Balie put there takes part. */
export function rotting(db: Database.Database, act: () => void): void {
  const triggers = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_mirrored'")
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  act();
  for (const { sql } of triggers) db.exec(sql);
}
