import { MOST_PEOPLE, type Person } from '../../core/domain/person.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** What came of adding somebody. `left`: the id is of somebody who left, and the logs of devices would mix the two. */
export type StaffAdded = 'added' | 'known' | 'left' | 'full';

/** Lets somebody work at the devices of a library, which is there. */
export async function addStaff(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  person: Person,
): Promise<StaffAdded> {
  if ((await listStaff({ db }, library)).length >= MOST_PEOPLE) return 'full';
  const left = await db
    .selectFrom('staff_left')
    .select('id')
    .where('library', '=', library)
    .where('id', '=', person.id)
    .executeTakeFirst();
  if (left !== undefined) return 'left';
  const added = await db
    .insertInto('staff')
    .values({ library, ...person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'added' : 'known';
}

/** Who works at the devices of a library, by id. */
export async function listStaff({ db }: Pick<ServerStore, 'db'>, library: string): Promise<Person[]> {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('library', '=', library)
    .orderBy('id')
    .execute();
}

/** Gives somebody another name to show, or another role. False when nobody of the library has this id. */
export async function changeStaff(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  { id, name, role }: Person,
): Promise<boolean> {
  const changed = await db
    .updateTable('staff')
    .set({ name, role })
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/**
 * Takes somebody off the list of a library: at their next contact its devices shut them out. Their id is nobody's from then on. In a
 * transaction of who calls. False when there is nobody with this id.
 */
export async function removeStaff(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  id: string,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('staff')
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return false;
  await db
    .insertInto('staff_left')
    .values({ library, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}
