import type { SeenVersion } from '../../core/domain/alerts/judge-device.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Published } from './read-published.ts';

/** The versions of each pack that is announced, and since when. Throws the error of the database. */
export async function readSeen({ db }: Pick<ServerStore, 'db'>): Promise<SeenVersion[]> {
  const rows = await db.selectFrom('versions_seen').selectAll().orderBy('version').execute();
  return rows.map(({ seen_at, ...version }) => ({ ...version, since: Date.parse(seen_at) }));
}

/**
 * Writes down what is announced now, since the moment at which any instance saw it first, and forgets the packs that are there no more, as
 * far as all of their publisher was read. Throws the error of the database.
 */
export async function noteVersions({ db }: ServerStore, published: Published, at: string): Promise<void> {
  const { packs, unread } = published;
  if (packs.length > 0)
    await db
      .insertInto('versions_seen')
      .values(packs.map((pack) => ({ ...pack, seen_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  if (unread === 'all') return;
  const announced = new Set(packs.map(keyOf));
  const known = await db
    .selectFrom('versions_seen')
    .select(['library', 'pack', 'channel'])
    .distinct()
    .execute();
  for (const { library, pack, channel } of known) {
    if (unread.has(library) || announced.has(keyOf({ library, pack, channel }))) continue;
    await db
      .deleteFrom('versions_seen')
      .where('library', '=', library)
      .where('pack', '=', pack)
      .where('channel', '=', channel)
      .execute();
  }
}

/** Of the versions that were seen those of packs that are announced now, up to the one that is. */
export function announcedOf(seen: readonly SeenVersion[], { packs }: Published): SeenVersion[] {
  const newest = new Map(packs.map((pack) => [keyOf(pack), pack.version]));
  return seen.filter((each) => each.version <= (newest.get(keyOf(each)) ?? 0));
}

const keyOf = ({ library, pack, channel }: Omit<SeenVersion, 'version' | 'since'>) =>
  [library, pack, channel].join(' ');
