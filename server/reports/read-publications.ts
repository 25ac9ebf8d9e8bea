import type { Month } from '../../core/domain/report/month.ts';
import { Publication } from '../../core/domain/report/publication.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** So many months are told of together at most: two years, to hold a month against the same one a year before. */
export const MOST_MONTHS = 25;

/** The months of which a library has told, newest first. */
export async function listPublished({ db }: ServerStore, library: string): Promise<Month[]> {
  const rows = await db
    .selectFrom('publications')
    .select('month')
    .where('library', '=', library)
    .orderBy('month', 'desc')
    .execute();
  return rows.map(({ month }) => month);
}

/** What was told of a month and of those before it, newest first. None when it was not told of. */
export async function readPublications(
  { db }: ServerStore,
  library: string,
  month: Month,
  most = MOST_MONTHS,
): Promise<Publication[]> {
  const rows = await db
    .selectFrom('publications')
    .select(['month', 'told'])
    .where('library', '=', library)
    .where('month', '<=', month)
    .orderBy('month', 'desc')
    .limit(most)
    .execute();
  return rows[0]?.month === month ? rows.map(({ told }) => Publication.parse(JSON.parse(told))) : [];
}

/** What was told of the first month after one, of all when it is null; undefined when no later month was told of. */
export async function readPublicationAfter(
  { db }: ServerStore,
  library: string,
  after: Month | null,
): Promise<Publication | undefined> {
  const row = await db
    .selectFrom('publications')
    .select('told')
    .where('library', '=', library)
    .where('month', '>', after ?? '')
    .orderBy('month')
    .limit(1)
    .executeTakeFirst();
  return row && Publication.parse(JSON.parse(row.told));
}
