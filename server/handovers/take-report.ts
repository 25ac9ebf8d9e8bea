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
import { type Month, monthAt, toldIn } from '../../core/domain/report/month.ts';
import { countOne } from '../accounts/tries.ts';
import { RefusedError } from '../http/refusal.ts';
import { partnerIn } from '../organisations/partners.ts';
import { heldMonths } from '../reports/held-months.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow, Tables } from '../store/tables.ts';
import { forgetHandovers } from './forget-handovers.ts';
import { sealedGone } from './partner-desk.ts';

const HOUR_MS = 3_600_000;
/**
 * So many handovers that are new are taken of one device in a day. A desk that gives one every minute for ten hours tells of 600, and one
 * that comes back after 60 days offline, with 16 of each day, of 960. Each one that is told says whether its code is in use already, so a
 * stolen key of a device may not go on with that for ever: with 10,000 slips alive, so many a day hit one in a hundred years.
 */
export const MOST_NEW_A_DAY = 1_000;

/** `later`: too many today; it is not looked at, and told again another day. */
type Taken = 'taken' | 'refused' | 'later';

/**
 * Takes in what a device tells of its handovers, and says how far all of them are. Told again it changes nothing. Those of a device that was
 * revoked go over to the one that tells of them. What is new and is for a
 * partner that the library does not have, or has a code that was given already, is refused by its id. What is too many for a day stands
 * neither among the refused nor the answered, so that the device keeps it. Throws RefusedError (`too-many`) when that is all that there
 * is, and the error of the database; then nothing was taken.
 */
export async function takeReport(
  { db, kind, secrets }: Pick<ServerStore, 'db' | 'kind' | 'secrets'>,
  device: DeviceRow,
  { report, handovers }: HandoverReport,
  now: Date,
): Promise<HandoverAnswer> {
  // Before the transaction: a SQLite that makes them has one connection.
  const made = await secrets();
  return db.transaction().execute(async (trx) => {
    await forgetHandovers(trx, now);
    const closed = (await heldMonths(trx, kind, [device.library])).get(device.library);
    const counting = { db: trx, secrets: async () => made };
    const today = `handovers of ${device.id} on ${now.toISOString().slice(0, 10)}`;
    const isTooMany = async () => (await countOne(counting, today, now)) > MOST_NEW_A_DAY;
    const fates: Taken[] = [];
    for (const told of handovers) fates.push(await takeOne(trx, device, told, { now, closed, isTooMany }));
    if (fates.length > 0 && fates.every((fate) => fate === 'later'))
      throw new RefusedError(
        'too-many',
        `This device told of ${MOST_NEW_A_DAY} new handovers today. The others are taken tomorrow; until then the device keeps them.`,
      );
    const reported = handovers.map(({ id }) => id);
    const refused = handovers.flatMap(({ id }, at) => (fates[at] === 'refused' ? [id] : []));
    const rows = await trx
      .selectFrom('handovers')
      .select(['id', 'state', 'sealed_state as sealed', 'said'])
      .where('device', '=', device.id)
      // However many are newer: a desk that hears nothing of what it told tells it for ever, and nothing after it.
      .$if(reported.length > 0, (rows) =>
        rows.orderBy((make) => make.case().when('id', 'in', reported).then(0).else(1).end()),
      )
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

/** When it is taken, through which month all is told, and are too many of this device new today? */
type Taking = {
  readonly now: Date;
  readonly closed: Month | undefined;
  readonly isTooMany: () => Promise<boolean>;
};

async function takeOne(
  trx: Transaction<Tables>,
  { id: device, library, branch }: DeviceRow,
  { id, code, partner, hoursAgo, sealed, said }: ReportedHandover,
  { now, closed, isTooMany }: Taking,
): Promise<Taken> {
  const known = await trx
    .selectFrom('partners')
    .select('id')
    .where('library', '=', library)
    .where('id', '=', partner)
    .executeTakeFirst();
  if (known === undefined) return 'refused';
  // A desk that enrolled anew, or stands in for a broken one, goes on with what it gave: whoever tells the id and the hash of the code has
  // the store of that desk.
  await trx
    .updateTable('handovers')
    .set({ device })
    .where('id', '=', id)
    .where('code', '=', code)
    .where('library', '=', library)
    .where('device', 'in', (make) =>
      make.selectFrom('devices').select('devices.id').where('state', '=', 'revoked'),
    )
    .execute();
  const before = await trx
    .selectFrom('handovers')
    .select('id')
    .where('id', '=', id)
    .where('device', '=', device)
    .executeTakeFirst();
  if (before === undefined && (await isTooMany())) return 'later';
  // The hour and not the minute: a desk tells at once, so the minute would say when the visitor stood there.
  const given = Math.floor(now.getTime() / HOUR_MS - hoursAgo) * HOUR_MS;
  // It was forgotten, and may have been told of then: taken as new it would count once more, and again with each answer that gets lost.
  if (before === undefined && given + MOST_DAYS_OPEN * DAY_MS <= now.getTime()) return 'refused';
  const sealedUntil = given + MOST_DAYS_SEALED * DAY_MS;
  // One that was told too late is known without what was sealed.
  const kept = sealed !== undefined && sealedUntil > now.getTime() ? sealed : null;
  await trx
    .insertInto('handovers')
    .values({
      ...{ id, library, branch, device, partner, code, state: 'given', said: 0, sealed: kept },
      given_at: new Date(given).toISOString(),
      month: toldIn(monthAt(given), closed, monthAt(now.getTime())),
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
  if (row === undefined) return 'refused';
  const news = said.filter(({ number }) => number > row.said);
  const state = afterDesk(
    row.state,
    news.map((each) => each.state),
  );
  await trx
    .updateTable('handovers')
    .set({
      state,
      said: news.reduce((highest, { number }) => Math.max(highest, number), row.said),
      ...(isOver(state) ? sealedGone(row.sealed_state) : {}),
    })
    .where('id', '=', id)
    .execute();
  return 'taken';
}
