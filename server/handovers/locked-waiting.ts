import type { LockedWaiting } from '../../core/contract/administration/organisations.ts';
import { THRESHOLD } from '../../core/domain/report/suppression/protect.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/**
 * How much that is locked waits here for each partner of a library, by its id; one for which nothing waits is not among them. A small number
 * is not told: nobody is to be recognised by it (decision 36).
 */
export async function lockedWaiting(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
): Promise<ReadonlyMap<string, LockedWaiting>> {
  const rows = await db
    .selectFrom('handovers')
    .select(['partner', ({ fn }) => fn.countAll<string | number>().as('number')])
    .where('library', '=', library)
    .where('sealed_state', '=', 'waiting')
    .groupBy('partner')
    .execute();
  return new Map(
    rows.map(({ partner, number }) => [partner, Number(number) < THRESHOLD ? 'few' : Number(number)]),
  );
}
