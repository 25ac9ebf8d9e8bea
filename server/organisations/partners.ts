import type {
  NewPartner,
  Partner,
  PartnerAgreement,
  Renewal,
} from '../../core/contract/administration/organisations.ts';
import { MOST_PARTNERS } from '../../core/contract/sync/handovers.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { judgeAgreement } from '../../core/domain/desk/partner-agreement.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { PartnerRow } from './organisation-tables.ts';

/** What came of adding a partner. `full`: its devices are told of no more. */
export type PartnerAdded = 'added' | 'known' | 'full';

/** Adds a partner to a library, which is there. */
export async function addPartner(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  { id, ...agreement }: NewPartner,
): Promise<PartnerAdded> {
  if ((await namesOfPartners({ db }, library)).length >= MOST_PARTNERS) return 'full';
  const added = await db
    .insertInto('partners')
    .values({ library, id, ...columnsOf(agreement) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'added' : 'known';
}

/**
 * Agrees anew with a partner of a library: what is not said holds no more. What waits for the partner was locked to the key of before, which
 * nobody has any more when there is another one: it goes, so that the partner and the desk hear of it. False when it has none with this id.
 */
export async function changePartner(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  id: string,
  agreement: PartnerAgreement,
): Promise<boolean> {
  const before = await findRecipient({ db }, library, id);
  if (before !== undefined && before !== agreement.recipient)
    await db
      .updateTable('handovers')
      .set({ sealed: null, sealed_state: 'deleted' })
      .where('library', '=', library)
      .where('partner', '=', id)
      .where('sealed_state', '=', 'waiting')
      .execute();
  const changed = await db
    .updateTable('partners')
    .set(columnsOf(agreement))
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** The key to which is locked what is handed over to a partner of a library; undefined when there is none, or no such partner. */
export async function findRecipient(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  id: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('partners')
    .select('recipient')
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.recipient ?? undefined;
}

/** The agreement with a partner of a library goes on as it is, until another day. False when it has none with this id. */
export async function renewPartner(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  id: string,
  { review_by }: Renewal,
): Promise<boolean> {
  const renewed = await db
    .updateTable('partners')
    .set({ review_by })
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return renewed.numUpdatedRows > 0n;
}

/** The partners of a library, by id, and how the agreement with each stands. */
export async function listPartners(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  today: CalendarDate,
): Promise<Partner[]> {
  const rows = await db
    .selectFrom('partners')
    .selectAll()
    .where('library', '=', library)
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const partner = partnerIn(row);
    return { ...partner, library, agreement: judgeAgreement(partner.review_by, today) };
  });
}

/**
 * Takes a partner of a library away, with the handovers to it: nobody is left to read what is sealed. False when it has none with this
 * id.
 */
export async function removePartner(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  id: string,
): Promise<boolean> {
  for (const table of ['handovers', 'handovers_forgotten'] as const)
    await db.deleteFrom(table).where('library', '=', library).where('partner', '=', id).execute();
  const gone = await db
    .deleteFrom('partners')
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** A partner as it was agreed, without what was not said. */
export function partnerIn({ library: _, asks, ...row }: PartnerRow): NewPartner {
  const said = Object.entries(row).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(said), ...(asks === null ? {} : { asks: JSON.parse(asks) }) } as NewPartner;
}

/** All columns: what is not said any more becomes empty. */
function columnsOf({ asks, ...agreement }: PartnerAgreement): Omit<PartnerRow, 'library' | 'id'> {
  const { name, kind, contact = null, email = null, phone = null, website = null } = agreement;
  const { recipient = null, review_by = null } = agreement;
  return {
    ...{ name, kind, contact, email, phone, website, recipient, review_by },
    asks: asks === undefined ? null : JSON.stringify(asks),
  };
}

/** What the partners of a library are called, by id. */
export async function namesOfPartners(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('partners')
    .select(['id', 'name'])
    .where('library', '=', library)
    .orderBy('id')
    .execute();
}
