import type { NewPublisher, Publisher } from '../../core/contract/administration/organisations.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** Adds a publisher of a library, or with null of all; false when there is one with this id, anywhere: it names one delegation. */
export async function addPublisher(
  { db }: Pick<ServerStore, 'db'>,
  library: string | null,
  { id, name, packs }: NewPublisher,
): Promise<boolean> {
  const added = await db
    .insertInto('publishers')
    .values({ id, library, name, packs: JSON.stringify(packs) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The publishers of a library and those that are there for all, by id; with null only the latter. */
export async function listPublishers(
  { db }: Pick<ServerStore, 'db'>,
  library: string | null,
): Promise<Publisher[]> {
  const rows = await db
    .selectFrom('publishers')
    .selectAll()
    .where((make) => make.or([make('library', 'is', null), make('library', '=', library)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, packs: JSON.parse(row.packs) }));
}

/** Takes a publisher of a library away, or with null one of all; false when there is none. Its key stays: see `balie keys`. */
export async function removePublisher(
  { db }: Pick<ServerStore, 'db'>,
  library: string | null,
  id: string,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('publishers')
    .where('id', '=', id)
    .where('library', library === null ? 'is' : '=', library)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
