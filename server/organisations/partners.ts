import type { NewPartner, Partner } from '../../core/contract/administration/organisations.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** Adds a partner to a library, which is there; false when it has one with this id. */
export async function addPartner(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  partner: NewPartner,
): Promise<boolean> {
  const added = await db
    .insertInto('partners')
    .values({ library, ...partner })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The partners of a library, by id. */
export async function listPartners({ db }: Pick<ServerStore, 'db'>, library: string): Promise<Partner[]> {
  const rows = await db
    .selectFrom('partners')
    .selectAll()
    .where('library', '=', library)
    .orderBy('id')
    .execute();
  return rows.map(({ email, phone, website, recipient, ...row }) => ({
    ...row,
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
    ...(website === null ? {} : { website }),
    ...(recipient === null ? {} : { recipient }),
  }));
}

/** Takes a partner of a library away; false when it has none with this id. */
export async function removePartner(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  id: string,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('partners')
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
