import { type Session, session } from 'electron';
import type { Log } from '../log.ts';

/** A partition in memory for one visit. `clean` is settled when nothing of an earlier visit is in it any more. */
export type Partition = { readonly session: Session; readonly clean: Promise<void> };

/** The partitions of the visits: each is in use by one window, or clean. */
export type Partitions = {
  readonly take: () => Partition;
  /** The window on it is gone: it is wiped at once. */
  readonly release: (used: Session) => void;
};

/**
 * Keeps as many partitions as there are windows at a time, which is two, and lets them take turns. Chromium never gives
 * back the memory of a partition, about half a megabyte, so that a new one for every visit would fill a kiosk within
 * months. One that cannot be wiped is never used again. `prepare` is done once to each.
 */
export function startPartitions(prepare: (fresh: Session) => void, log: Log): Partitions {
  const free: Partition[] = [];
  let made = 0;
  return {
    take: () => {
      const waiting = free.shift();
      if (waiting !== undefined) return waiting;
      const fresh = session.fromPartition(`visit-${process.pid}-${++made}`, { cache: false });
      prepare(fresh);
      return { session: fresh, clean: Promise.resolve() };
    },
    release: (used) => {
      const partition = { session: used, clean: wipe(used) };
      free.push(partition);
      partition.clean.catch((error: unknown) => {
        log.trouble('partition-not-wiped', String(error));
        if (free.includes(partition)) free.splice(free.indexOf(partition), 1);
      });
    },
  };
}

/** Everything Chromium may have kept for a page: storage of every kind, cache, connections, names, log-ins. */
async function wipe(used: Session): Promise<void> {
  await Promise.all([
    used.clearStorageData(),
    used.clearCache(),
    used.clearAuthCache(),
    used.clearHostResolverCache(),
    used.closeAllConnections(),
  ]);
}
