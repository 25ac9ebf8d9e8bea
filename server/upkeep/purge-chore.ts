import { forgetEnded } from '../accounts/forget-ended.ts';
import { purgeAudit } from '../accounts/purge-audit.ts';
import { purgeAlerts } from '../alerts/purge-alerts.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { purge } from '../sync/purge.ts';
import type { Chore } from './start-upkeep.ts';

const MINUTE_MS = 60_000;

/**
 * Purges what is old: a few minutes after a start, when devices had their turn, and then once a day; an hour after it failed. What fails
 * holds up nothing else, and is thrown at the end.
 */
export function purgeChore(store: ServerStore): Chore {
  return {
    name: 'purged',
    first: 5 * MINUTE_MS,
    every: 24 * 60 * MINUTE_MS,
    again: 60 * MINUTE_MS,
    run: async (now, goesOn) => {
      const failures: Error[] = [];
      const part = async <Done>(act: () => Promise<Done>): Promise<Done | undefined> => {
        if (!goesOn()) return undefined;
        try {
          return await act();
        } catch (error) {
          failures.push(error as Error);
          return undefined;
        }
      };
      const done = {
        ...(await part(() => purge(store, now, goesOn))),
        audited: await part(() => purgeAudit(store, now)),
        accounts: await part(() => forgetEnded(store, now)),
        alerts: await part(() => purgeAlerts(store, now)),
      };
      if (failures.length === 0) return done;
      throw new AggregateError(failures, failures.map(({ message }) => message).join(' | '));
    },
  };
}
