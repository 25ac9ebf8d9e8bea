/** What pg_dump 15 and later write when the database is of a newer major version, in English. */
const OLDER = /server version: (\S+?);? .*?pg_dump version: (\S+)/s;
/** Of the disk, of a quota, and of SQLite. */
const FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

/** What to tell of a copy of a server that was not finished; undefined when nobody expects such an error. */
export function whyNoCopy(error: unknown): string | undefined {
  const { code, syscall, message, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
  if (code === 'ENOENT' && syscall === 'spawn pg_dump')
    return 'pg_dump is not there. Install the client of your PostgreSQL (postgresql-client).';
  if (typeof stderr === 'string' && stderr !== '') return whyNoDump(stderr);
  if (typeof code !== 'string') return undefined;
  const advice = FULL.includes(code) ? 'Make room' : 'Mend that';
  return `The copy was not finished: ${message}. ${advice}, then run the same command again.`;
}

/** `stderr`: what it wrote, in English. */
function whyNoDump(stderr: string): string {
  const [, database, program] = OLDER.exec(stderr) ?? [];
  if (database === undefined) return `pg_dump says: ${stderr.trim()} Nothing was copied.`;
  return `pg_dump ${program} does not copy a PostgreSQL ${database}: it must be at least as new as the database. Install the postgresql-client of that version, or run this where the database is. Nothing was copied.`;
}
