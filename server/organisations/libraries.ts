import type { ServerStore } from '../store/open-server-store.ts';

/** Adds a library; false when there is one with this id, which stays as it is. */
export async function addLibrary(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
  name: string,
  now: Date,
): Promise<boolean> {
  const added = await db
    .insertInto('libraries')
    .values({ id, name, made_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** All libraries of the server, by name. */
export async function listLibraries({
  db,
}: Pick<ServerStore, 'db'>): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('libraries').select(['id', 'name']).orderBy('name').orderBy('id').execute();
}

/** Is there a library with this id? */
export async function hasLibrary({ db }: Pick<ServerStore, 'db'>, id: string): Promise<boolean> {
  const row = await db.selectFrom('libraries').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Adds a branch to a library; says when the library is not there, or has such a branch. */
export async function addBranch(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  id: string,
  name: string,
): Promise<'added' | 'known' | 'no-library'> {
  if (!(await hasLibrary({ db }, library))) return 'no-library';
  const added = await db
    .insertInto('branches')
    .values({ library, id, name })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'added' : 'known';
}

/** Says in which municipality a branch is; false when there is no such branch. */
export async function setMunicipality(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  branch: string,
  municipality: string,
): Promise<boolean> {
  const changed = await db
    .updateTable('branches')
    .set({ municipality })
    .where('library', '=', library)
    .where('id', '=', branch)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
