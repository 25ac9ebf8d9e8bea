import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

const LISTENING = 'listening-since';
/**
 * Away for so long, a server missed so many contacts that the silence of its devices says nothing. A shorter break leaves most of the
 * three days in which a device would have been heard; were every break to count, a server that is stopped each night would never miss one.
 */
const AWAY_MS = 12 * 3_600_000;

/** When a turn (`takeTurn`) was taken last, by whichever instance; undefined: never. */
export async function lastTurn(db: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('turns').select('taken_at').where('name', '=', name).executeTakeFirst();
  return row?.taken_at;
}

/**
 * Notes that the server listens, which it did last at `before`. After a long break, or in a store that came back from an older copy, the
 * silence of devices is reckoned from now on: nobody could hear them. So it is where it was reckoned from a time to come, by a clock that
 * was ahead.
 */
export async function noteListening(
  db: Kysely<Tables>,
  before: string | undefined,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  if (before !== undefined && now.getTime() - Date.parse(before) < AWAY_MS) {
    const ahead = db.updateTable('turns').set({ taken_at: at }).where('name', '=', LISTENING);
    await ahead.where('taken_at', '>', at).execute();
    return;
  }
  await db
    .insertInto('turns')
    .values({ name: LISTENING, taken_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ taken_at: at }))
    .execute();
}

/** Since when devices could be heard without a long break, in milliseconds since 1970; 0 when there never was one. */
export async function listeningSince(db: Kysely<Tables>): Promise<number> {
  const since = await lastTurn(db, LISTENING);
  return since === undefined ? 0 : Date.parse(since);
}
