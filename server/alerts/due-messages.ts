import type { ServerStore } from '../store/open-server-store.ts';
import type { AlertMessageRow } from './alert-tables.ts';
import type { WaysOf } from './message-line.ts';

const HOUR_MS = 3_600_000;
/** The longest wait between two tries of a message. */
export const LONGEST_WAIT_MS = 6 * HOUR_MS;
/** As long as the tries of a message reach: by then an instance that has the way, but was away, is back. */
const NOBODYS_AFTER_MS = 36 * HOUR_MS;
/** So many at a time; the next ones go with the next chore. */
const AT_ONCE = 50;

/** What is to be told now. */
export type DueMessages = {
  /** By ways that this instance has, the oldest first. */
  readonly own: readonly AlertMessageRow[];
  /** By ways that it does not have, and that no other instance had either for a day and a half. */
  readonly nobodys: readonly AlertMessageRow[];
};

/** Reads it; what another instance may have the way for is left in line. Throws the error of the database. */
export async function dueMessages({ db }: ServerStore, waysOf: WaysOf, now: Date): Promise<DueMessages> {
  // No wait is as long: a clock that was ahead wrote that down.
  const ahead = new Date(now.getTime() + LONGEST_WAIT_MS);
  const due = await db
    .selectFrom('alert_messages')
    .selectAll()
    .where((make) =>
      make.or([make('next_try_at', '<=', now.toISOString()), make('next_try_at', '>', ahead.toISOString())]),
    )
    .orderBy('next_try_at')
    .execute();
  const isOwn = ({ library, way }: AlertMessageRow) => waysOf(library).includes(way);
  const before = new Date(now.getTime() - NOBODYS_AFTER_MS).toISOString();
  return {
    own: due.filter(isOwn).slice(0, AT_ONCE),
    nobodys: due.filter((each) => !isOwn(each) && String(each.next_try_at) < before).slice(0, AT_ONCE),
  };
}
