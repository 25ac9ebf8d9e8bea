import type { ReadDb } from './open.ts';

/** What SQLite says is wrong with a store, at most a hundred sentences; none when it takes it for sound. Throws SqliteError. */
export function unsound(db: ReadDb): string[] {
  const says = db.prepare<[], string>('PRAGMA integrity_check(100)').pluck().all();
  return says.join() === 'ok' ? [] : says;
}
