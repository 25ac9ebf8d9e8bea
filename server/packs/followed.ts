import type { Followed } from '../../core/domain/followed-first.ts';
import { packsOf } from '../alerts/device-facts.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/**
 * What a library follows: what its approved devices said last that they show, and its own publishers, of which the one that is called as
 * the library need not be noted. Throws the error of the database.
 */
export async function readFollowed({ db }: Pick<ServerStore, 'db'>, library: string): Promise<Followed> {
  const devices = await db
    .selectFrom('devices')
    .select('packs')
    .where('library', '=', library)
    .where('state', '=', 'approved')
    .execute();
  const publishers = await db.selectFrom('publishers').select('id').where('library', '=', library).execute();
  return { shown: devices.flatMap(packsOf), own: new Set([library, ...publishers.map(({ id }) => id)]) };
}
