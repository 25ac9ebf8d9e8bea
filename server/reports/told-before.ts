import { type Month, mayClose } from '../../core/domain/report/month.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { closedMonths } from './closed-month.ts';
import { noteUseTold, readUse } from './tell-use.ts';

/**
 * A device has what was told of a month of its library. Where this store does not know of it, it is a copy that was brought back, and what
 * it would tell of that month is something else: so it tells of it no more, nor of those before it (decision 36). Gives whether it is so.
 * A month that may not be told of yet is none. Throws the error of the database.
 */
export async function noteToldBefore(
  { db, kind }: ServerStore,
  library: string,
  month: Month,
  now: Date,
): Promise<boolean> {
  if (!mayClose(month, now.getTime())) return false;
  const isKnown = (closed: ReadonlyMap<string, Month>) => month <= (closed.get(library) ?? '');
  if (isKnown(await closedMonths(db, [library]))) return false;
  return db.transaction().execute(async (trx) => {
    // As when a month is closed.
    await trx
      .updateTable('libraries')
      .set((make) => ({ name: make.ref('name') }))
      .where('id', '=', library)
      .execute();
    if (isKnown(await closedMonths(trx, [library]))) return false;
    const { counted } = await readUse(trx, library, month);
    await noteUseTold(trx, kind, counted);
    await trx
      .insertInto('told_before')
      .values({ library, month })
      .onConflict((told) => told.column('library').doUpdateSet({ month }))
      .execute();
    return true;
  });
}
