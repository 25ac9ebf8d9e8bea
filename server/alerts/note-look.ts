import type { Kysely } from 'kysely';
import { type Away, awayBetween } from '../../core/domain/alerts/away.ts';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import type { Tables } from '../store/tables.ts';

/** The row of `turns` that says when whichever instance looked last. */
const LOOKED = 'alerts-looked';
/** Whoever is silent for longer was told of. */
const KEPT_DAYS = 60;

/**
 * Notes that an instance looks at the devices. Nobody did so while all instances were away, or the store was, or in a store that came back
 * from a copy since that was made. When that was, oldest first. Throws the error of the database.
 */
export async function noteLook(db: Kysely<Tables>, now: Date): Promise<Away[]> {
  const at = now.toISOString();
  // What is to come was written by a clock that was ahead.
  await db.updateTable('times_away').set({ until_at: at }).where('until_at', '>', at).execute();
  const old = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  await db
    .deleteFrom('times_away')
    .where((make) => make.or([make('from_at', '>', at), make('until_at', '<', old)]))
    .execute();
  const latest = awayBetween(await lookedAt(db), now.getTime());
  if (latest !== undefined)
    await db
      .insertInto('times_away')
      .values({ from_at: new Date(latest.from).toISOString(), until_at: at })
      .onConflict((conflict) => conflict.column('from_at').doUpdateSet({ until_at: at }))
      .execute();
  // Last: were this cut off before, the next look finds the same.
  await db
    .insertInto('turns')
    .values({ name: LOOKED, taken_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ taken_at: at }))
    .execute();
  return readAway(db, now);
}

/** When the server was away, as it would be known after a look at `now`. Throws the error of the database. */
export async function readAway(db: Kysely<Tables>, now: Date): Promise<Away[]> {
  const latest = awayBetween(await lookedAt(db), now.getTime());
  const rows = await db.selectFrom('times_away').selectAll().orderBy('from_at').execute();
  const known = rows.map(({ from_at, until_at }) => ({
    from: Date.parse(from_at),
    until: Date.parse(until_at),
  }));
  return latest === undefined ? known : [...known, latest];
}

async function lookedAt(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db.selectFrom('turns').select('taken_at').where('name', '=', LOOKED).executeTakeFirst();
  return row && Date.parse(row.taken_at);
}
