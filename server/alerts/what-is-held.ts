import type { ServerStore } from '../store/open-server-store.ts';
import type { AlertRow } from './alert-tables.ts';
import { packsOf } from './device-facts.ts';
import { findLibraries } from './expiries-to-tell.ts';
import type { Published } from './read-published.ts';

/**
 * Which alerts stay as they are, because what they are about could not be read: that a device is behind, where it shows a pack of an
 * unread publisher, and that signatures run out, where the library is told of those. Of a device that is gone nothing is held. Throws the
 * error of the database.
 */
export async function whatIsHeld(
  store: ServerStore,
  { unread, expiries }: Published,
): Promise<(alert: Pick<AlertRow, 'kind' | 'library' | 'device'>) => boolean> {
  if (unread !== 'all' && unread.size === 0) return () => false;
  const devices = await store.db
    .selectFrom('devices')
    .select(['id', 'packs'])
    .where('state', '=', 'approved')
    .execute();
  const held = new Set(
    devices
      .filter((device) => unread === 'all' || packsOf(device).some(({ library }) => unread.has(library)))
      .map(({ id }) => id),
  );
  const librariesOf = await findLibraries(store);
  const unsigned = unread === 'all' ? [] : [...unread].filter((publisher) => !expiries.has(publisher));
  const libraries = new Set(unsigned.flatMap((publisher) => [...librariesOf(publisher)]));
  return ({ kind, library, device }) => {
    if (kind === 'stale') return device !== null && held.has(device);
    return kind === 'expiring' && (unread === 'all' || libraries.has(library));
  };
}
