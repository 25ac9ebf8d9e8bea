import type { CountedMonth } from '../../core/domain/report/publish.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { waitForLocks } from '../store/wait-for-locks.ts';
import { type MonthToTell, readMonth } from './month-to-tell.ts';
import { monthToClose } from './open-month.ts';
import { publishInWorker } from './publish-in-worker.ts';
import { purgeQuestions } from './purge-questions.ts';
import { noteUseTold } from './tell-use.ts';

/** Makes what is told of a month: `Publication` as JSON. */
type Reckon = (month: MonthToTell) => Promise<string>;

/** A month that changed so often while it was reckoned is left for the next time. */
const MOST_TRIES = 3;

/**
 * Closes the months that are over for long enough: what is told of each is made once, and stays. Single questions that are told of go when
 * they are 30 days old. Several instances may do so at once, and the server goes on meanwhile. `waits`, asked before each
 * month: those of this library are left for the next time. Gives how many months were closed and questions deleted. Throws the error of
 * the database; what was closed before stays so.
 */
export async function closeMonths(
  store: ServerStore,
  now: Date,
  reckon: Reckon = publishInWorker,
  waits: (library: string) => Promise<boolean> = async () => false,
): Promise<{ readonly months: number; readonly questions: number }> {
  const libraries = await store.db.selectFrom('libraries').select(['id', 'name']).orderBy('id').execute();
  let months = 0;
  for (const library of libraries) {
    for (let tries = 0; tries < MOST_TRIES; ) {
      if (await waits(library.id)) break;
      const done = await closeNext(store, library, now, reckon);
      if (done === 'nothing') break;
      if (done === 'closed') [months, tries] = [months + 1, 0];
      else tries += 1;
    }
  }
  return { months, questions: await purgeQuestions(store, now) };
}

/**
 * Closes the oldest month of a library that is to be closed. It is reckoned while nothing is held, and told only when what it was
 * reckoned from is still so.
 */
async function closeNext(
  { db, kind }: ServerStore,
  library: CountedMonth['library'],
  now: Date,
  reckon: Reckon,
): Promise<'nothing' | 'closed' | 'changed'> {
  const month = await monthToClose(db, library.id, now);
  if (month === undefined) return 'nothing';
  const before = await readMonth(db, library, month);
  const told = await reckon(before.month);
  return db.transaction().execute(async (trx) => {
    await waitForLocks(trx, kind);
    // While it is closed, no question comes in: takeQuestions holds the row too. A write is what takes the lock of SQLite.
    await trx
      .updateTable('libraries')
      .set((make) => ({ name: make.ref('name') }))
      .where('id', '=', library.id)
      .execute();
    if ((await monthToClose(trx, library.id, now)) !== month) return 'changed';
    const { digest, use } = await readMonth(trx, library, month);
    if (digest !== before.digest) return 'changed';
    await noteUseTold(trx, kind, use);
    // They were kept for this month.
    await trx
      .deleteFrom('handovers_forgotten')
      .where('library', '=', library.id)
      .where('month', '<=', month)
      .execute();
    await trx
      .insertInto('publications')
      .values({ library: library.id, month, made_at: now.toISOString(), told })
      .execute();
    return 'closed';
  });
}
