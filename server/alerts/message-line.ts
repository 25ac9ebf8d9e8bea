import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { AlertMessageRow, AlertRow } from './alert-tables.ts';

type Way = AlertMessageRow['way'];

/** Puts a message about an alert in line, for each way. One that was put there before stays as it is. */
export async function putInLine(
  trx: Transaction<Tables>,
  { id: alert, library }: Pick<AlertRow, 'id' | 'library'>,
  about: AlertMessageRow['about'],
  ways: readonly Way[],
  at: string,
): Promise<void> {
  if (ways.length === 0) return;
  const row = {
    alert,
    library,
    about,
    tries: 0,
    next_try_at: at,
    told_at: null,
    failure: null,
    maybe_told: 0,
    refused: null,
  };
  await trx
    .insertInto('alert_messages')
    .values(ways.map((way) => ({ ...row, way })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Has it told that an alert is over, by the ways by which it was told that it began. A device that was revoked is not well again. */
export async function putOverInLine(
  trx: Transaction<Tables>,
  alert: Pick<AlertRow, 'id' | 'library' | 'device'>,
  ways: readonly Way[],
  at: string,
): Promise<void> {
  if (alert.device !== null) {
    const heard = await trx
      .selectFrom('devices')
      .select('id')
      .where('id', '=', alert.device)
      .where('state', '=', 'approved')
      .executeTakeFirst();
    if (heard === undefined) return;
  }
  await putInLine(trx, alert, 'closed', ways, at);
}
