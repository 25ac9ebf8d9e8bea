import type { SeenVersion } from '../../core/domain/alerts/judge-device.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Published } from './read-published.ts';

/** The versions of each pack that this server ever announced, and since when. Throws the error of the database. */
export async function readSeen({ db }: Pick<ServerStore, 'db'>): Promise<SeenVersion[]> {
  const rows = await db.selectFrom('versions_seen').selectAll().orderBy('version').execute();
  return rows.map(({ seen_at, ...version }) => ({ ...version, since: Date.parse(seen_at) }));
}

/**
 * Writes down what is announced now, since the moment at which any instance saw it first. Throws the error of the database.
 */
export async function noteVersions({ db }: ServerStore, { packs }: Published, at: string): Promise<void> {
  if (packs.length === 0) return;
  await db
    .insertInto('versions_seen')
    .values(packs.map((pack) => ({ ...pack, seen_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of the versions that were seen those of packs that are announced now, up to the one that is. */
export function announcedOf(seen: readonly SeenVersion[], { packs }: Published): SeenVersion[] {
  const newest = new Map(packs.map((pack) => [keyOf(pack), pack.version]));
  return seen.filter((each) => each.version <= (newest.get(keyOf(each)) ?? 0));
}

const keyOf = ({ library, pack, channel }: Omit<SeenVersion, 'version' | 'since'>) =>
  [library, pack, channel].join(' ');
