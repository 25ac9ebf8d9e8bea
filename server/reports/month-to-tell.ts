import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { HandoverState } from '../../core/domain/desk/handover.ts';
import type { Month } from '../../core/domain/report/month.ts';
import type { CountedMonth } from '../../core/domain/report/publish.ts';
import type { Tables } from '../store/tables.ts';
import type { UseToldRow } from './question-tables.ts';
import { readUse } from './tell-use.ts';

/** A library and what was counted of it in a month, as the store has it: a question is what its device told (JSON). */
export type MonthToTell = Omit<CountedMonth, 'asked'> & {
  readonly asked: readonly { readonly branch: string; readonly body: string }[];
};

/** What is to be told of a month, what of the use of kiosks then counts as told, and the digest of all that it is reckoned from. */
export type MonthRead = {
  readonly month: MonthToTell;
  readonly use: readonly UseToldRow[];
  readonly digest: string;
};

/** Reads all that a month is reckoned from. The same rows have the same digest. */
export async function readMonth(
  db: Kysely<Tables>,
  library: CountedMonth['library'],
  month: Month,
): Promise<MonthRead> {
  const { fresh, counted } = await readUse(db, library.id, month);
  const read: MonthToTell = {
    ...{ library, month, use: fresh },
    branches: await branchesWithDesk(db, library.id),
    asked: await questionsOf(db, library.id, month),
    handovers: await handoversOf(db, library.id, month),
  };
  const digest = createHash('sha256').update(JSON.stringify(read)).digest('hex');
  return { month: read, use: counted, digest };
}

/** A branch that never logged a question has no desk: everybody knows that, and there is nothing to tell or to hide. */
function branchesWithDesk(db: Kysely<Tables>, library: string): Promise<MonthToTell['branches']> {
  return db
    .selectFrom('branches')
    .select(['id', 'name', 'municipality'])
    .where('library', '=', library)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('question_counts')
          .select('number')
          .whereRef('question_counts.library', '=', 'branches.library')
          .whereRef('question_counts.branch', '=', 'branches.id'),
      ),
    )
    .orderBy('id')
    .execute();
}

/** Single questions stay until their month was told of (purgeQuestions). */
async function questionsOf(db: Kysely<Tables>, library: string, month: Month): Promise<MonthToTell['asked']> {
  const rows = await db
    .selectFrom('questions')
    .select(['branch', 'body'])
    .where('library', '=', library)
    .where('month', '=', month)
    .where('body', 'is not', null)
    .orderBy('device')
    .orderBy('id')
    .execute();
  return rows.map(({ branch, body }) => ({ branch, body: body ?? '' }));
}

/** What the server heard of by now, and what it forgot of age: in one statement, or one that goes from here to there counts twice. */
async function handoversOf(
  db: Kysely<Tables>,
  library: string,
  month: Month,
): Promise<MonthToTell['handovers']> {
  const rows = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom('handovers')
        .select(['partner', 'state', sql<number>`1`.as('number')])
        .where('library', '=', library)
        .where('month', '=', month)
        .unionAll(
          selectFrom('handovers_forgotten')
            .select(['partner', 'state', 'number'])
            .where('library', '=', library)
            .where('month', '=', month),
        )
        .as('counted'),
    )
    .select(['partner', 'state', ({ fn }) => fn.sum<number | string>('number').as('number')])
    .groupBy(['partner', 'state'])
    .orderBy('partner')
    .orderBy('state')
    .execute();
  return rows.map(({ partner, state, number }) => ({
    ...{ partner, state: HandoverState.parse(state), number: Number(number) },
  }));
}
