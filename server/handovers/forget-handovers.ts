import type { Transaction } from 'kysely';
import { closedMonths } from '../reports/closed-month.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import type { Chore } from '../upkeep/start-upkeep.ts';
import type { ForgottenRow } from './handover-tables.ts';

/** Often, for what was fetched goes minutes later. */
const EVERY_MS = 60_000;

/**
 * Deletes what was sealed 14 days ago or fetched ten minutes ago, and handovers that were given 60 days ago. How many of each. One whose
 * month is not told of yet, because it came late or the month waits, leaves its number to it: by partner and state, and nothing else.
 */
export async function forgetHandovers(
  db: Transaction<Tables>,
  now: Date,
): Promise<{ readonly sealed: number; readonly handovers: number }> {
  const at = now.toISOString();
  const sealed = await db
    .updateTable('handovers')
    .set((make) => ({
      sealed: null,
      sealed_state: make
        .case()
        .when('sealed_state', '=', 'waiting')
        .then('deleted' as const)
        .else(make.ref('sealed_state'))
        .end(),
    }))
    .where('sealed', 'is not', null)
    .where('sealed_until', '<=', at)
    .executeTakeFirst();
  const handovers = await db
    .deleteFrom('handovers')
    .where('open_until', '<=', at)
    .returning(['library', 'month', 'partner', 'state'])
    .execute();
  await countForgotten(db, handovers);
  await forgetTold(db);
  return { sealed: Number(sealed.numUpdatedRows), handovers: handovers.length };
}

async function countForgotten(
  trx: Transaction<Tables>,
  handovers: readonly Omit<ForgottenRow, 'number'>[],
): Promise<void> {
  if (handovers.length === 0) return;
  const closed = await closedMonths(trx, [...new Set(handovers.map(({ library }) => library))]);
  for (const handover of handovers)
    if (handover.month > (closed.get(handover.library) ?? ''))
      await trx
        .insertInto('handovers_forgotten')
        .values({ ...handover, number: 1 })
        .onConflict((known) =>
          known
            .columns(['library', 'month', 'partner', 'state'])
            .doUpdateSet((make) => ({ number: make('handovers_forgotten.number', '+', 1) })),
        )
        .execute();
}

/** What was told of by a store of which this is a copy, or closed while a number came in, waits for no month any more. */
async function forgetTold(trx: Transaction<Tables>): Promise<void> {
  const waiting = await trx.selectFrom('handovers_forgotten').select('library').distinct().execute();
  if (waiting.length === 0) return;
  const closed = await closedMonths(
    trx,
    waiting.map(({ library }) => library),
  );
  for (const [library, month] of closed)
    await trx
      .deleteFrom('handovers_forgotten')
      .where('library', '=', library)
      .where('month', '<=', month)
      .execute();
}

/** The same, every minute. */
export function forgetChore({ db }: ServerStore): Chore {
  return {
    name: 'handovers-forgotten',
    first: 60_000,
    every: EVERY_MS,
    run: async (now) => {
      const gone = await db.transaction().execute((trx) => forgetHandovers(trx, now));
      return gone.sealed + gone.handovers > 0 ? gone : undefined;
    },
  };
}
