import type { NewestPack } from '../../core/domain/alerts/judge-device.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** The newest version of each pack that this server ever announced, and since when. Throws the error of the database. */
export async function readNewest({ db }: ServerStore): Promise<NewestPack[]> {
  const rows = await db.selectFrom('versions_seen').selectAll().orderBy('version').execute();
  const newest = new Map(
    rows.map(({ library, pack, channel, version, seen_at }) => [
      `${library} ${pack} ${channel}`,
      { library, pack, channel, version, since: Date.parse(seen_at) },
    ]),
  );
  return [...newest.values()];
}
