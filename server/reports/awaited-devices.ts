import type { ServerStore } from '../store/open-server-store.ts';

const DAY_MS = 86_400_000;
/** Who was heard in so many days before the newest contact is in use. */
const IN_USE_MS = 7 * DAY_MS;
/** Of a library of which nobody was heard for so long nobody is awaited: what is kept of single questions ends then too. */
const GONE_MS = 30 * DAY_MS;
/** So long after a start, whoever was not heard is not awaited any more. */
const MOST_AWAITED_MS = 4 * DAY_MS;

/**
 * Is a device of the library in use that was not heard since this server was started? It may have been told of a month that this store does
 * not know of, when that is a copy that was brought back (decision 36). Throws the error of the database.
 */
export async function areDevicesAwaited(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
  started: Date,
  now: Date,
): Promise<boolean> {
  const start = started.getTime();
  if (now.getTime() - start >= MOST_AWAITED_MS) return false;
  const rows = await db
    .selectFrom('devices')
    .select('last_contact')
    .where('library', '=', library)
    .where('state', '=', 'approved')
    .where('last_contact', 'is not', null)
    .execute();
  const heard = rows.map(({ last_contact }) => Date.parse(last_contact ?? ''));
  const newest = heard.reduce((latest, at) => Math.max(latest, at), 0);
  if (newest < start - GONE_MS) return false;
  return heard.some((at) => at < start && at >= newest - IN_USE_MS);
}
