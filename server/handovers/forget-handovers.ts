import type { Kysely } from 'kysely';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import type { Chore } from '../upkeep/start-upkeep.ts';

const HOUR_MS = 3_600_000;

/** Deletes what was sealed 14 days ago, and handovers that were given 60 days ago. How many of each. */
export async function forgetHandovers(
  db: Kysely<Tables>,
  now: Date,
): Promise<{ readonly sealed: number; readonly handovers: number }> {
  const at = now.toISOString();
  const sealed = await db
    .updateTable('handovers')
    .set({ sealed: null, sealed_state: 'deleted' })
    .where('sealed_state', '=', 'waiting')
    .where('sealed_until', '<=', at)
    .executeTakeFirst();
  const handovers = await db.deleteFrom('handovers').where('open_until', '<=', at).executeTakeFirst();
  return { sealed: Number(sealed.numUpdatedRows), handovers: Number(handovers.numDeletedRows) };
}

/** The same, every hour. */
export function forgetChore({ db }: ServerStore): Chore {
  return {
    name: 'handovers-forgotten',
    first: 60_000,
    every: HOUR_MS,
    run: async (now) => {
      const gone = await forgetHandovers(db, now);
      return gone.sealed + gone.handovers > 0 ? gone : undefined;
    },
  };
}
