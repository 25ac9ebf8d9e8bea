import type { Transaction } from 'kysely';
import { insertRows } from '../store/insert-rows.ts';
import type { CountRow, DatabaseKind, Tables } from '../store/tables.ts';
import type { GoodItem } from './judge-items.ts';
import { isOfQuestion } from './take-questions.ts';

/** Items of one branch. */
export type OfBranch = Pick<CountRow, 'library' | 'branch'> & { readonly items: Iterable<GoodItem> };

/** Adds items that are new to the counts of their hour; those of questions are counted elsewhere (`takeQuestions`). */
export async function countItems(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  branches: readonly OfBranch[],
): Promise<void> {
  const counts = new Map<string, CountRow & { number: number }>();
  for (const { library, branch, items } of branches)
    for (const { type, hour, body } of items) {
      if (isOfQuestion({ type })) continue;
      const key = `${library} ${branch} ${hour} ${type} ${body}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { library, branch, type, hour, body, number: 1 });
      else count.number += 1;
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
