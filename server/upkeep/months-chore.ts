import { areDevicesAwaited } from '../reports/awaited-devices.ts';
import { closeMonths } from '../reports/close-months.ts';
import { publishInWorker } from '../reports/publish-in-worker.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Chore } from './start-upkeep.ts';

const MINUTE_MS = 60_000;

/**
 * Closes the months that are over, and deletes the single questions that were kept for long enough: a few minutes after a start, and then
 * every hour. The months of a library wait until its devices were heard since the start: where this store is a copy that was brought back,
 * they say of which months they were told.
 */
export function monthsChore(store: ServerStore, started: Date): Chore {
  return {
    name: 'months-closed',
    first: 5 * MINUTE_MS,
    every: 60 * MINUTE_MS,
    run: async (now, goesOn) => {
      // A server of many libraries does not stop only when the months of all of them are reckoned.
      const waits = async (library: string) =>
        !goesOn() || (await areDevicesAwaited(store, library, started, now));
      const done = await closeMonths(store, now, publishInWorker, waits);
      return done.months + done.questions > 0 ? done : undefined;
    },
  };
}
