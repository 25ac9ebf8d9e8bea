import type { Transaction } from 'kysely';
import { DeskQuestion } from '../../core/domain/desk/desk-question.ts';
import { HandoverState } from '../../core/domain/desk/handover.ts';
import { type Month, mayClose, monthAfter } from '../../core/domain/report/month.ts';
import { type CountedMonth, publish } from '../../core/domain/report/publish.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DatabaseKind, Tables } from '../store/tables.ts';
import { closedThrough } from './closed-through.ts';
import { purgeQuestions } from './purge-questions.ts';
import { isUseLate, tellUse } from './tell-use.ts';

/**
 * Closes the months that are over for long enough: what is told of each is made once, and stays. Single questions that are told of go when
 * they are 30 days old. Several instances may do so at once. Gives how many months were closed and questions deleted. Throws the
 * error of the database; what was closed before stays so.
 */
export async function closeMonths(
  store: ServerStore,
  now: Date,
): Promise<{ readonly months: number; readonly questions: number }> {
  const libraries = await store.db
    .selectFrom('libraries')
    .select(['id', 'name', 'made_at'])
    .orderBy('id')
    .execute();
  let months = 0;
  for (const library of libraries)
    for (let more = true; more; ) {
      more = await store.db
        .transaction()
        .execute((trx) => closeNext(trx, store.kind, library, library.made_at, now));
      if (more) months += 1;
    }
  return { months, questions: await purgeQuestions(store, now) };
}

/** Closes the oldest month of a library that is to be closed; false when there is none. */
async function closeNext(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  { id, name }: CountedMonth['library'],
  made: string,
  now: Date,
): Promise<boolean> {
  const library = { id, name };
  // While it is closed, no question comes in: takeQuestions holds the row too. A write is what takes the lock of SQLite.
  await trx
    .updateTable('libraries')
    .set((make) => ({ name: make.ref('name') }))
    .where('id', '=', library.id)
    .execute();
  const closed = await trx
    .selectFrom('publications')
    .select(({ fn }) => fn.max('month').as('month'))
    .where('library', '=', library.id)
    .executeTakeFirst();
  const month = await oldestAfter(trx, library.id, closedThrough(made, closed?.month), now);
  if (month === undefined) return false;
  const use = await tellUse(trx, kind, library.id, month);
  const told = publish({ ...(await countedMonth(trx, library, month)), use });
  await trx
    .insertInto('publications')
    .values({ library: library.id, month, made_at: now.toISOString(), told: JSON.stringify(told) })
    .execute();
  return true;
}

/** The oldest month with anything to tell after one, when it may be closed. */
async function oldestAfter(
  trx: Transaction<Tables>,
  library: string,
  closed: Month,
  now: Date,
): Promise<Month | undefined> {
  const questions = await trx
    .selectFrom('question_counts')
    .select(({ fn }) => fn.min('month').as('month'))
    .where('library', '=', library)
    .where('month', '>', closed)
    .where('number', '>', 0)
    .executeTakeFirst();
  const use = await trx
    .selectFrom('counts')
    .select(({ fn }) => fn.min('hour').as('hour'))
    .where('library', '=', library)
    .where('hour', '>=', monthAfter(closed))
    .executeTakeFirst();
  // What came too late for its own month is told in the first that is open, as a question is. Looking for it adds up all that was ever
  // counted, while nobody else writes to SQLite: not before that month may be closed.
  const mayBeLate = mayClose(monthAfter(closed), now.getTime());
  const late = mayBeLate && (await isUseLate(trx, library, closed)) ? monthAfter(closed) : undefined;
  const months = [questions?.month, use?.hour?.slice(0, 7), late].filter(
    (month) => typeof month === 'string',
  );
  const [oldest] = months.sort();
  return oldest !== undefined && mayClose(oldest, now.getTime()) ? oldest : undefined;
}

async function countedMonth(
  trx: Transaction<Tables>,
  library: CountedMonth['library'],
  month: Month,
): Promise<Omit<CountedMonth, 'use'>> {
  // A branch that never logged a question has no desk: everybody knows that, and there is nothing to tell or to hide.
  const branches = await trx
    .selectFrom('branches')
    .select(['id', 'name', 'municipality'])
    .where('library', '=', library.id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('question_counts')
          .select('number')
          .whereRef('question_counts.library', '=', 'branches.library')
          .whereRef('question_counts.branch', '=', 'branches.id'),
      ),
    )
    .execute();
  // Single questions stay until their month was told of (purgeQuestions).
  const questions = await trx
    .selectFrom('questions')
    .select(['branch', 'body'])
    .where('library', '=', library.id)
    .where('month', '=', month)
    .where('body', 'is not', null)
    .execute();
  // What the server heard of by now. It forgets each after 60 days.
  const handovers = await trx
    .selectFrom('handovers')
    .select(['partner', 'state', ({ fn }) => fn.countAll<number | string>().as('number')])
    .where('library', '=', library.id)
    .where('given_at', '>=', month)
    .where('given_at', '<', monthAfter(month))
    .groupBy(['partner', 'state'])
    .execute();
  return {
    ...{ library, month, branches },
    handovers: handovers.map(({ partner, state, number }) => ({
      ...{ partner, state: HandoverState.parse(state), number: Number(number) },
    })),
    asked: questions.map(({ branch, body }) => ({
      branch,
      question: DeskQuestion.parse(JSON.parse(body ?? '')),
    })),
  };
}
