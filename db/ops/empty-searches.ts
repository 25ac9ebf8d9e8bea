import type { Month } from '../../core/domain/report/month.ts';
import type { Language } from '../../core/domain/words.ts';
import type { ReadDb, WriteDb } from '../open.ts';

/** So many hours with a count are kept, the newest: a few years of a busy kiosk, and never a full disk. */
export const MOST_COUNTS = 20_000;

/** How often a search found nothing in one hour (UTC, as `2026-11-26T14`) and one language. */
export type EmptySearches = { readonly hour: string; readonly language: Language; readonly times: number };

/** Counts a search that found nothing. Nothing else of it is known here, and nothing else can be stored. */
export function countEmptySearch(db: WriteDb, time: Date, language: Language): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO empty_searches (hour, language, times) VALUES (?, ?, 1)
       ON CONFLICT (hour, language) DO UPDATE SET times = times + 1`,
    ).run(time.toISOString().slice(0, 13), language);
    db.prepare(
      `DELETE FROM empty_searches WHERE (hour, language) IN (
         SELECT hour, language FROM empty_searches ORDER BY hour DESC, language LIMIT -1 OFFSET ?)`,
    ).run(MOST_COUNTS);
  }).immediate();
}

/** The counts, by hour and language. */
export function listEmptySearches(db: ReadDb): EmptySearches[] {
  return db
    .prepare<[], EmptySearches>('SELECT hour, language, times FROM empty_searches ORDER BY hour, language')
    .all();
}

/** The months in which a search found nothing, oldest first. Throws SqliteError. */
export function searchMonths(db: ReadDb): Month[] {
  return db
    .prepare<[], Month>('SELECT DISTINCT substr(hour, 1, 7) AS month FROM empty_searches ORDER BY month')
    .pluck()
    .all();
}

/**
 * How many searches found nothing in the months from `from` up to and with `to` (`2026-11`), by language. Months are those of UTC: at
 * night, when they differ from those on the wall, nobody searches. Throws SqliteError.
 */
export function readEmptySearches(
  db: ReadDb,
  from: string,
  to: string,
): { readonly language: Language; readonly number: number }[] {
  return db
    .prepare<[string, string], { language: Language; number: number }>(
      `SELECT language, sum(times) AS number FROM empty_searches WHERE substr(hour, 1, 7) BETWEEN ? AND ?
       GROUP BY language ORDER BY number DESC, language`,
    )
    .all(from, to);
}
