import { forgetEnded } from '../accounts/forget-ended.ts';
import { purgeAudit } from '../accounts/purge-audit.ts';
import { purgeAlerts } from '../alerts/purge-alerts.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { purge } from '../sync/purge.ts';
import type { Chore } from './start-upkeep.ts';

const MINUTE_MS = 60_000;

/** Purges what is old: a few minutes after a start, when devices had their turn, and then once a day. */
export function purgeChore(store: ServerStore): Chore {
  return {
    name: 'purged',
    first: 5 * MINUTE_MS,
    every: 24 * 60 * MINUTE_MS,
    run: async (now) => ({
      ...(await purge(store, now)),
      audited: await purgeAudit(store, now),
      accounts: await forgetEnded(store, now),
      alerts: await purgeAlerts(store, now),
    }),
  };
}
