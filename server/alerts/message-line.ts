import type { Transaction } from 'kysely';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import type { AlertMessageRow, AlertRow } from './alert-tables.ts';

type Way = AlertMessageRow['way'];

/** By which ways an instance tells a library. */
export type WaysOf = (library: string) => readonly Way[];

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

/**
 * Puts in line what is open and is not there by a way that this instance has: one that tells nobody found it, or the way is new. Throws
 * the error of the database.
 */
export async function putMissingInLine({ db }: ServerStore, waysOf: WaysOf, at: string): Promise<void> {
  const open = await db
    .selectFrom('alerts')
    .leftJoin('alert_messages', (join) =>
      join.onRef('alert_messages.alert', '=', 'alerts.id').on('alert_messages.about', '=', 'opened'),
    )
    .select(['alerts.id', 'alerts.library', 'alert_messages.way'])
    .where('alerts.closed_at', 'is', null)
    .execute();
  const there = new Set(open.map(({ id, way }) => `${id} ${way}`));
  const libraries = new Map(open.map(({ id, library }) => [id, library]));
  for (const [id, library] of libraries) {
    const ways = waysOf(library).filter((way) => !there.has(`${id} ${way}`));
    if (ways.length === 0) continue;
    await db.transaction().execute(async (trx) => {
      // Held, as while it is closed: nobody is told that something began which is over.
      const held = await trx
        .updateTable('alerts')
        .set((make) => ({ closed_at: make.ref('closed_at') }))
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .executeTakeFirst();
      if (held.numUpdatedRows > 0n) await putInLine(trx, { id, library }, 'opened', ways, at);
    });
  }
}

/**
 * Has it told that an alert is over, by the ways by which it was told that it began. A device that was revoked is not well again, and one
 * that follows nothing any more is not up to date because of that.
 */
export async function putOverInLine(
  trx: Transaction<Tables>,
  alert: Pick<AlertRow, 'id' | 'library' | 'device' | 'kind'>,
  ways: readonly Way[],
  at: string,
): Promise<void> {
  if (alert.device !== null) {
    const heard = await trx
      .selectFrom('devices')
      .select('packs')
      .where('id', '=', alert.device)
      .where('state', '=', 'approved')
      .executeTakeFirst();
    if (heard === undefined || (alert.kind === 'stale' && heard.packs === '[]')) return;
  }
  await putInLine(trx, alert, 'closed', ways, at);
}
