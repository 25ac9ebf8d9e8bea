import { closeMonths } from '../reports/close-months.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Chore } from './start-upkeep.ts';

const MINUTE_MS = 60_000;

/** Closes the months that are over: a few minutes after a start, and then every six hours. */
export function monthsChore(store: ServerStore): Chore {
  return {
    name: 'months-closed',
    first: 6 * MINUTE_MS,
    every: 6 * 60 * MINUTE_MS,
    run: async (now) => {
      const done = await closeMonths(store, now);
      return done.months + done.questions > 0 ? done : undefined;
    },
  };
}
