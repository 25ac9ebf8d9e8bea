import { closeMonths } from '../reports/close-months.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Chore } from './start-upkeep.ts';

const HOUR_MS = 3_600_000;

/**
 * Closes the months that are over: eight hours after a start, and then every six. By then every device that has a network was heard
 * (7.5 hours lie between two contacts at most): where this store is a copy that was brought back, they say of which months they were told.
 */
export function monthsChore(store: ServerStore): Chore {
  return {
    name: 'months-closed',
    first: 8 * HOUR_MS,
    every: 6 * HOUR_MS,
    run: async (now) => {
      const done = await closeMonths(store, now);
      return done.months + done.questions > 0 ? done : undefined;
    },
  };
}
