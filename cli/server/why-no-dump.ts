/** What pg_dump 15 and later write when the database is of a newer major version, in English. */
const OLDER = /server version: (\S+?);? .*?pg_dump version: (\S+)/s;

/** What to tell of a pg_dump that copied nothing. `stderr`: what it wrote, in English. */
export function whyNoDump(stderr: string): string {
  const [, database, program] = OLDER.exec(stderr) ?? [];
  if (database === undefined) return `pg_dump says: ${stderr.trim()} Nothing was copied.`;
  return `pg_dump ${program} does not copy a PostgreSQL ${database}: it must be at least as new as the database. Install the postgresql-client of that version, or run this where the database is. Nothing was copied.`;
}
