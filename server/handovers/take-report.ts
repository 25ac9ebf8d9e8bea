import type { Transaction } from 'kysely';
import {
  type HandoverAnswer,
  type HandoverReport,
  MOST_ANSWERED,
  MOST_PARTNERS,
  type ReportedHandover,
} from '../../core/contract/sync/handovers.ts';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import { afterDesk, isOver, MOST_DAYS_OPEN, MOST_DAYS_SEALED } from '../../core/domain/desk/handover.ts';
import { partnerIn } from '../organisations/partners.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow, Tables } from '../store/tables.ts';
import { forgetHandovers } from './forget-handovers.ts';

const HOUR_MS = 3_600_000;

/**
 * Takes in what a device tells of its handovers, and says how far all of them are. Told again it changes nothing. What is new and is for a
 * partner that the library does not have, or has a code that was given already, is refused by its id. Throws the error of the
 * database; then nothing was taken.
 */
export async function takeReport(
  { db }: ServerStore,
  device: DeviceRow,
  { report, handovers }: HandoverReport,
  now: Date,
): Promise<HandoverAnswer> {
  return db.transaction().execute(async (trx) => {
    await forgetHandovers(trx, now);
    const refused: string[] = [];
    for (const told of handovers) if (!(await takeOne(trx, device, told, now))) refused.push(told.id);
    const rows = await trx
      .selectFrom('handovers')
      .select(['id', 'state', 'sealed_state as sealed', 'said'])
      .where('device', '=', device.id)
      .orderBy('given_at', 'desc')
      .orderBy('id')
      .limit(MOST_ANSWERED)
      .execute();
    const partners = await trx
      .selectFrom('partners')
      .selectAll()
      .where('library', '=', device.library)
      .orderBy('id')
      .limit(MOST_PARTNERS)
      .execute();
    return { device: device.id, report, partners: partners.map(partnerIn), handovers: rows, refused };
  });
}

/** False when it is refused. */
async function takeOne(
  trx: Transaction<Tables>,
  { id: device, library, branch }: DeviceRow,
  { id, code, partner, hoursAgo, sealed, said }: ReportedHandover,
  now: Date,
): Promise<boolean> {
  const known = await trx
    .selectFrom('partners')
    .select('id')
    .where('library', '=', library)
    .where('id', '=', partner)
    .executeTakeFirst();
  if (known === undefined) return false;
  // The hour and not the minute: a desk tells at once, so the minute would say when the visitor stood there.
  const given = Math.floor(now.getTime() / HOUR_MS - hoursAgo) * HOUR_MS;
  const sealedUntil = given + MOST_DAYS_SEALED * DAY_MS;
  // One that was told too late is known without what was sealed.
  const kept = sealed !== undefined && sealedUntil > now.getTime() ? sealed : null;
  await trx
    .insertInto('handovers')
    .values({
      ...{ id, library, branch, device, partner, code, state: 'given', said: 0, sealed: kept },
      given_at: new Date(given).toISOString(),
      sealed_until: new Date(sealedUntil).toISOString(),
      open_until: new Date(given + MOST_DAYS_OPEN * DAY_MS).toISOString(),
      sealed_state: kept !== null ? 'waiting' : sealed === undefined ? 'none' : 'deleted',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // A write first: the partner may be saying something at this moment.
  const row = await trx
    .updateTable('handovers')
    .set((make) => ({ said: make.ref('said') }))
    .where('id', '=', id)
    .where('device', '=', device)
    .returning(['state', 'said', 'sealed_state'])
    .executeTakeFirst();
  if (row === undefined) return false;
  const news = said.filter(({ number }) => number > row.said);
  const state = afterDesk(
    row.state,
    news.map((each) => each.state),
  );
  const mustGo = isOver(state) && row.sealed_state === 'waiting';
  await trx
    .updateTable('handovers')
    .set({
      state,
      said: news.reduce((highest, { number }) => Math.max(highest, number), row.said),
      ...(mustGo ? { sealed: null, sealed_state: 'deleted' as const } : {}),
    })
    .where('id', '=', id)
    .execute();
  return true;
}
