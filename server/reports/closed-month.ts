import type { Kysely } from 'kysely';
import { type Month, monthsBefore } from '../../core/domain/report/month.ts';
import type { Tables } from '../store/tables.ts';

/** A desk that worked by itself may bring so many months from before its library came to the server. */
const MONTHS_BEFORE = 12;

/**
 * Through which month all is told of each of these libraries: the newest that was told of, by this store or by the one of which it is a
 * copy, and at least the one before the year before the library came to this server. Nothing of it was counted before that: a device whose clock
 * says so is wrong, and what it brings is told in the first month that is open, as what comes late is.
 */
export async function closedMonths(
  db: Kysely<Tables>,
  libraries: readonly string[],
): Promise<ReadonlyMap<string, Month>> {
  const came = await db
    .selectFrom('libraries')
    .select(['id', 'made_at'])
    .where('id', 'in', libraries)
    .execute();
  const published = await db
    .selectFrom('publications')
    .select(({ fn }) => ['library', fn.max('month').as('month')])
    .where('library', 'in', libraries)
    .groupBy('library')
    .execute();
  const before = await db.selectFrom('told_before').selectAll().where('library', 'in', libraries).execute();
  const closed = new Map(
    came.map(({ id, made_at }) => [id, monthsBefore(made_at.slice(0, 7), MONTHS_BEFORE + 1)]),
  );
  for (const { library, month } of [...published, ...before])
    if (month > (closed.get(library) ?? '')) closed.set(library, month);
  return closed;
}
