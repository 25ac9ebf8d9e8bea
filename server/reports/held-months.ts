import type { Transaction } from 'kysely';
import type { Month } from '../../core/domain/report/month.ts';
import type { DatabaseKind, Tables } from '../store/tables.ts';
import { closedMonths } from './closed-month.ts';

/**
 * Through which month all is told, by library. They are held until the end of the transaction: a month is not closed while something of
 * it comes in.
 */
export async function heldMonths(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  libraries: readonly string[],
): Promise<ReadonlyMap<string, Month>> {
  if (kind === 'postgres')
    await trx
      .selectFrom('libraries')
      .select('id')
      .where('id', 'in', libraries)
      .orderBy('id')
      .forShare()
      .execute();
  return closedMonths(trx, libraries);
}
