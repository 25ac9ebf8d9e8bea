import type { Month } from '../../core/domain/report/month.ts';
import { Publication } from '../../core/domain/report/publication.ts';
import type { ReadDb, WriteDb } from '../open.ts';

/** Who made what is told of a month: the server of this device, of its library; or this device, of what it counted itself. */
export type PublicationSource = 'desk' | 'server';

/** So many months are told of together at most: two years, to hold a month against the same one a year before. */
const MOST_MONTHS = 25;

/** What is told of a month, and by whom. */
export type ToldMonth = { readonly month: Month; readonly source: PublicationSource };

/**
 * Keeps what is told of a month. What was told once stays, and a second time nothing happens. What this device told of itself and what a
 * server tells of the same month share no question, and stand beside each other. Throws SqliteError.
 */
export function keepPublication(db: WriteDb, source: PublicationSource, told: Publication): void {
  db.prepare('INSERT INTO publications (month, source, told) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    told.month,
    source,
    JSON.stringify(told),
  );
}

/** The months that are told of, newest first; one of which both told is there twice, the server first. Throws SqliteError. */
export function listPublications(db: ReadDb): ToldMonth[] {
  return db
    .prepare<[], ToldMonth>('SELECT month, source FROM publications ORDER BY month DESC, source DESC')
    .all();
}

/**
 * What was told of a month and, by the same source, of those before it, newest first, `most` in all; none when the month is not told of.
 * Throws SqliteError, and ZodError when it is no publication.
 */
export function readPublications(
  db: ReadDb,
  { month, source }: ToldMonth,
  most = MOST_MONTHS,
): Publication[] {
  const rows = db
    .prepare<[PublicationSource, Month, number], { month: Month; told: string }>(
      'SELECT month, told FROM publications WHERE source = ? AND month <= ? ORDER BY month DESC LIMIT ?',
    )
    .all(source, month, most);
  return rows[0]?.month === month ? rows.map(({ told }) => Publication.parse(JSON.parse(told))) : [];
}

/** The newest month of which the server told; undefined when it told of none yet. Throws SqliteError. */
export function newestFromServer(db: ReadDb): Month | undefined {
  return (
    db.prepare<[], Month>("SELECT max(month) FROM publications WHERE source = 'server'").pluck().get() ??
    undefined
  );
}

/** This device belongs to another library, or to none: what was told of the one before is not its own. Throws SqliteError. */
export function forgetPublications(db: WriteDb): void {
  db.prepare("DELETE FROM publications WHERE source = 'server'").run();
}
