import type { ServerStore } from '../store/open-server-store.ts';

/** Where tries are counted, and the key under whose hash. */
type Counting = Pick<ServerStore, 'db' | 'secrets'>;

/**
 * So many wrong tries in a row are forgiven; then none is looked at for a while, and twice as long after each one more, up to the longest.
 * `everMs`: the longest of all that may be shown to the same name, when it is longer.
 */
export type Patience = {
  readonly free: number;
  readonly firstMs: number;
  readonly longestMs: number;
  readonly everMs?: number;
};

/** Four in an hour guess no password; and not longer, for an owner who comes with a browser that is not known. */
export const USUAL: Patience = { free: 5, firstMs: 30_000, longestMs: 15 * 60_000 };
/** How far the clocks of two instances, or two requests of one moment, may be apart: who need not wait is let by. */
const APART_MS = 60_000;
/** What nobody tried for a day is forgotten. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/**
 * Counts a try to sign in to an account, before anything of it is looked at; `forgetTries` takes it back. `who` is a name, whether
 * there is such an account or not, or a name and a browser that is known by it. `wait`: it must not be looked at, for `waitMs` from now. At
 * whichever instances they arrive, no more get by.
 */
export async function countTry(
  counting: Counting,
  who: string,
  now: Date,
  { free, firstMs, longestMs, everMs = longestMs }: Patience = USUAL,
): Promise<{ readonly wait: boolean; readonly failures: number; readonly waitMs?: number }> {
  const { db } = counting;
  const name = await keyOf(counting, who);
  const at = now.toISOString();
  const before = new Date(now.getTime() - APART_MS).toISOString();
  // No wait is as long: a clock that was ahead wrote that down.
  const ahead = new Date(now.getTime() + everMs + APART_MS).toISOString();
  return db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('sign_in_tries')
      .where('until', '<', new Date(now.getTime() - FORGOTTEN_MS).toISOString())
      .execute();
    const counted = await trx
      .insertInto('sign_in_tries')
      .values({ name, failures: 1, until: before })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet((make) => ({ failures: make('sign_in_tries.failures', '+', 1) }))
          .where((make) =>
            make.or([make('sign_in_tries.until', '<=', at), make('sign_in_tries.until', '>', ahead)]),
          ),
      )
      .returning('failures')
      .executeTakeFirst();
    if (counted === undefined) {
      const row = await trx
        .selectFrom('sign_in_tries')
        .select('until')
        .where('name', '=', name)
        .executeTakeFirst();
      const waitMs = row === undefined ? 0 : Date.parse(row.until) - now.getTime();
      return { wait: true, failures: 0, waitMs };
    }
    const { failures } = counted;
    const wait = failures < free ? 0 : Math.min(longestMs, firstMs * 2 ** (failures - free));
    const until = new Date(now.getTime() + (wait === 0 ? -APART_MS : wait)).toISOString();
    await trx.updateTable('sign_in_tries').set({ until }).where('name', '=', name).execute();
    return { wait: false, failures };
  });
}

/** Counts something under a name that holds the hour or the day in which it counts. How often it was by now; a day later it is forgotten. */
export async function countOne(counting: Counting, what: string, now: Date): Promise<number> {
  const name = await keyOf(counting, what);
  const until = new Date(now.getTime() - APART_MS).toISOString();
  const { failures } = await counting.db
    .insertInto('sign_in_tries')
    .values({ name, failures: 1, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((make) => ({ failures: make('sign_in_tries.failures', '+', 1), until })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  return failures;
}

/** How often these were counted, all together. */
export async function readCounts(counting: Counting, whats: readonly string[]): Promise<number> {
  const names = await Promise.all(whats.map((what) => keyOf(counting, what)));
  const rows = await counting.db
    .selectFrom('sign_in_tries')
    .select('failures')
    .where('name', 'in', names)
    .execute();
  return rows.reduce((sum, { failures }) => sum + Number(failures), 0);
}

/** Was this the try after which an account has to wait for the first time? */
export function isFirstWait(failures: number): boolean {
  return failures === USUAL.free;
}

/** The try was right: those before it count no more. */
export async function forgetTries(counting: Counting, who: string): Promise<void> {
  const name = await keyOf(counting, who);
  await counting.db.deleteFrom('sign_in_tries').where('name', '=', name).execute();
}

/** The try was right, and says nothing of those before it: they go on counting, and whoever tries once more need not wait for this one. */
export async function takeBackTry(counting: Counting, who: string, now: Date): Promise<void> {
  const name = await keyOf(counting, who);
  await counting.db
    .updateTable('sign_in_tries')
    .set((make) => ({
      failures: make('failures', '-', 1),
      until: new Date(now.getTime() - APART_MS).toISOString(),
    }))
    .where('name', '=', name)
    .where('failures', '>', 0)
    .execute();
}

/**
 * Names of accounts that are not there are nobody's business either, and of an address (IPv4) every one can be tried out against
 * a plain hash: so it is one with a key that is not in the database, the same at all instances.
 */
async function keyOf({ secrets }: Counting, who: string): Promise<string> {
  return (await secrets()).blind(who, 'sign-in-tries');
}
