import type { Kysely } from 'kysely';
import type { Month } from '../../core/domain/report/month.ts';
import type { Tables } from '../store/tables.ts';

/** The last month of each of these libraries that was told of, by this store or by the one of which it is a copy; none, when none was. */
export async function closedMonths(
  db: Kysely<Tables>,
  libraries: readonly string[],
): Promise<ReadonlyMap<string, Month>> {
  const published = await db
    .selectFrom('publications')
    .select(({ fn }) => ['library', fn.max('month').as('month')])
    .where('library', 'in', libraries)
    .groupBy('library')
    .execute();
  const before = await db.selectFrom('told_before').selectAll().where('library', 'in', libraries).execute();
  const closed = new Map<string, Month>();
  for (const { library, month } of [...published, ...before])
    if (month > (closed.get(library) ?? '')) closed.set(library, month);
  return closed;
}
