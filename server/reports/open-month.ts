import type { Kysely } from 'kysely';
import { type Month, mayClose, monthAfter } from '../../core/domain/report/month.ts';
import type { Tables } from '../store/tables.ts';
import { closedMonths } from './closed-month.ts';
import { isUseLate } from './tell-use.ts';

/** The oldest month of a library that is told of next, when it may be closed: the first one with anything to tell that is not. */
export async function monthToClose(
  db: Kysely<Tables>,
  library: string,
  now: Date,
): Promise<Month | undefined> {
  const closed = (await closedMonths(db, [library])).get(library);
  if (closed === undefined) return undefined;
  const open = monthAfter(closed);
  const questions = await db
    .selectFrom('question_counts')
    .select(({ fn }) => fn.min('month').as('month'))
    .where('library', '=', library)
    .where('month', '>', closed)
    .where('number', '>', 0)
    .executeTakeFirst();
  const use = await db
    .selectFrom('counts')
    .select(({ fn }) => fn.min('hour').as('hour'))
    .where('library', '=', library)
    .where('hour', '>=', open)
    .executeTakeFirst();
  const handovers = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom('handovers')
        .select(['library', 'month'])
        .unionAll(selectFrom('handovers_forgotten').select(['library', 'month']))
        .as('heard'),
    )
    .select(({ fn }) => fn.min('month').as('month'))
    .where('library', '=', library)
    .where('month', '>', closed)
    .executeTakeFirst();
  // What came too late for its own month is told in the first that is open, as a question is. Looking for it adds up all that was ever
  // counted: not before that month may be closed.
  const mayBeLate = mayClose(open, now.getTime());
  const late = mayBeLate && (await isUseLate(db, library, closed)) ? open : undefined;
  const months = [questions?.month, use?.hour?.slice(0, 7), handovers?.month, late].filter(
    (month) => typeof month === 'string',
  );
  const [oldest] = months.sort();
  return oldest !== undefined && mayClose(oldest, now.getTime()) ? oldest : undefined;
}
