import type { Transaction } from 'kysely';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import { RolloutError } from './rollout-error.ts';

/**
 * Changes what the devices of a library are told, in one transaction. Its first statement gives the plan its next number, which also
 * makes changes of one library wait for each other, at whichever instance. What `act` throws is thrown, and nothing was changed;
 * RolloutError when there is no such library.
 */
export async function changePlan<T>(
  { db }: ServerStore,
  library: string,
  act: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const there = await db.selectFrom('libraries').select('id').where('id', '=', library).executeTakeFirst();
  if (there === undefined) throw new RolloutError('not-found', `There is no library "${library}".`);
  return db.transaction().execute(async (trx) => {
    await countPlan({ db: trx }, library);
    return act(trx);
  });
}

/**
 * Gives the plan of a library its next number: what its devices are told changed. For within a transaction that changes it. It is one
 * higher, and at least the seconds since 1970: devices take no plan with a lower number, and a store that came back from an older copy
 * does not know which numbers they had since.
 */
export async function countPlan({ db }: Pick<ServerStore, 'db'>, library: string): Promise<void> {
  const seconds = Math.floor(Date.now() / 1000);
  await db
    .insertInto('plan_numbers')
    .values({ library, number: seconds })
    .onConflict((conflict) =>
      conflict.column('library').doUpdateSet((make) => ({
        number: make
          .case()
          .when('plan_numbers.number', '<', seconds)
          .then(make.ref('excluded.number'))
          .else(make('plan_numbers.number', '+', 1))
          .end(),
      })),
    )
    .execute();
}

/** The number of the plan of a library: 0 as long as nothing was ever rolled out there. */
export async function planNumber({ db }: Pick<ServerStore, 'db'>, library: string): Promise<number> {
  const row = await db
    .selectFrom('plan_numbers')
    .select('number')
    .where('library', '=', library)
    .executeTakeFirst();
  return row?.number ?? 0;
}
