import type { Kysely } from 'kysely';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import type { Chore } from '../upkeep/start-upkeep.ts';

/** Often, for what was fetched goes minutes later. */
const EVERY_MS = 60_000;

/** Deletes what was sealed 14 days ago or fetched ten minutes ago, and handovers that were given 60 days ago. How many of each. */
export async function forgetHandovers(
  db: Kysely<Tables>,
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
  const handovers = await db.deleteFrom('handovers').where('open_until', '<=', at).executeTakeFirst();
  return { sealed: Number(sealed.numUpdatedRows), handovers: Number(handovers.numDeletedRows) };
}

/** The same, every minute. */
export function forgetChore({ db }: ServerStore): Chore {
  return {
    name: 'handovers-forgotten',
    first: 60_000,
    every: EVERY_MS,
    run: async (now) => {
      const gone = await forgetHandovers(db, now);
      return gone.sealed + gone.handovers > 0 ? gone : undefined;
    },
  };
}
