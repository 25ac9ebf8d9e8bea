import type { Transaction } from 'kysely';
import type { DeviceRow, Tables } from '../store/tables.ts';
import type { GoodItem } from './judge-items.ts';

/** Adds items that are new to the counts of their hour. */
export async function countItems(
  trx: Transaction<Tables>,
  { library, branch }: DeviceRow,
  items: readonly GoodItem[],
): Promise<void> {
  const counts = new Map<string, { type: string; hour: string; body: string; number: number }>();
  for (const { type, hour, body } of items) {
    const key = `${hour} ${type} ${body}`;
    const count = counts.get(key) ?? { type, hour, body, number: 0 };
    count.number += 1;
    counts.set(key, count);
  }
  if (counts.size === 0) return;
  // In one order everywhere: two batches that count the same things never wait for each other in a ring.
  const sorted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  await trx
    .insertInto('counts')
    .values(sorted.map(([, count]) => ({ library, branch, ...count })))
    .onConflict((conflict) =>
      conflict
        .columns(['library', 'branch', 'type', 'hour', 'body'])
        .doUpdateSet((make) => ({ number: make('counts.number', '+', make.ref('excluded.number')) })),
    )
    .execute();
}
