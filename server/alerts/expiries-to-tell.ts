import type { RoleExpiry } from '../../core/domain/alerts/judge-expiry.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { packsOf } from './device-facts.ts';
import type { Published } from './read-published.ts';

/**
 * Which signatures each library is to be warned of: its own when it publishes, those of a publisher that it has, and those of any publisher of
 * which its devices show a pack. By the id of the library. Throws the error of the database.
 */
export async function expiriesToTell(
  store: ServerStore,
  expiries: Published['expiries'],
): Promise<ReadonlyMap<string, readonly RoleExpiry[]>> {
  const told = new Map<string, RoleExpiry[]>();
  if (expiries.size === 0) return told;
  const librariesOf = await findLibraries(store);
  for (const [publisher, roles] of expiries)
    for (const library of librariesOf(publisher)) told.set(library, [...(told.get(library) ?? []), ...roles]);
  return told;
}

/**
 * Which libraries are concerned when something is wrong with what a publisher publishes, by the id of that: as `expiriesToTell` says.
 * Throws the error of the database.
 */
export async function findLibraries({ db }: ServerStore): Promise<(publisher: string) => Iterable<string>> {
  const libraries = new Set((await db.selectFrom('libraries').select('id').execute()).map(({ id }) => id));
  const owners = new Map<string, string>();
  for (const { id, library } of await db.selectFrom('publishers').select(['id', 'library']).execute())
    if (library !== null) owners.set(id, library);
  const devices = await db
    .selectFrom('devices')
    .select(['library', 'packs'])
    .where('state', '=', 'approved')
    .execute();
  const showing = new Map<string, Set<string>>();
  for (const device of devices)
    for (const { library: publisher } of packsOf(device))
      showing.set(publisher, (showing.get(publisher) ?? new Set()).add(device.library));
  return (publisher) => {
    const owner = libraries.has(publisher) ? publisher : owners.get(publisher);
    // Anybody may say that a publisher is its own: that takes nothing away from those that show what it publishes.
    return new Set([...(owner === undefined ? [] : [owner]), ...(showing.get(publisher) ?? [])]);
  };
}
