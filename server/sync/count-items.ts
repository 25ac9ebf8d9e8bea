import type { Transaction } from 'kysely';
import { hourOf } from '../../core/contract/sync/count.ts';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { CountRow, DatabaseKind, Tables } from '../store/tables.ts';
import type { GoodItem } from './judge-items.ts';
import { isOfQuestion } from './take-questions.ts';

/** Items of one branch that came in at `now`. */
export type OfBranch = Pick<CountRow, 'library' | 'branch'> & {
  readonly items: Iterable<GoodItem>;
  readonly now: Date;
};

/** A clock may be some hours ahead: of what says to be of later than that, only the server knows when it was. */
const MOST_AHEAD_MS = DAY_MS;

/**
 * Adds items that are new to the counts of their hour, or of the hour in which they came when theirs is more than a day later; those of
 * questions are counted elsewhere (`takeQuestions`).
 */
export async function countItems(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  branches: readonly OfBranch[],
): Promise<void> {
  const counts = new Map<string, CountRow & { number: number }>();
  for (const { library, branch, items, now } of branches) {
    const [came, latest] = [hourOf(now), hourOf(new Date(now.getTime() + MOST_AHEAD_MS))];
    for (const { type, hour: said, body } of items) {
      if (isOfQuestion({ type })) continue;
      const hour = said > latest ? came : said;
      const key = `${library} ${branch} ${hour} ${type} ${body}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { library, branch, type, hour, body, number: 1 });
      else count.number += 1;
    }
  }
  if (counts.size === 0) return;
  // In one order everywhere: two groups that count the same things never wait for each other in a ring.
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  await insertRows(trx, kind, {
    ...{ table: 'counts', columns: COLUMNS, rows },
    after: `ON CONFLICT (library, branch, type, hour, body) DO UPDATE SET number = counts.number + excluded.number`,
  });
}

const COLUMNS = { text: ['library', 'branch', 'type', 'hour', 'body'], bigint: ['number'] } as const;
