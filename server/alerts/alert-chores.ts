import type { Logger } from 'pino';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Chore } from '../upkeep/start-upkeep.ts';
import type { AlertSettings } from './alert-settings.ts';
import { mailAlert } from './mail.ts';
import type { WaysOf } from './message-line.ts';
import { noteLook } from './note-look.ts';
import { readHours } from './read-hours.ts';
import { type KnownVersions, readPublished } from './read-published.ts';
import { tellAlerts } from './tell-alerts.ts';
import { updateAlerts } from './update-alerts.ts';
import { postAlert } from './webhook.ts';

const MINUTE_MS = 60_000;

/**
 * Looks for what libraries are to be warned of, and tells them. The first look waits a while, in which most devices make contact
 * again: after a longer break, or in a store that was away while the server ran on, none is silent before all could (`noteLook`).
 */
export function alertChores(
  store: ServerStore,
  settings: AlertSettings,
  now: () => Date,
  log: Logger,
): Chore[] {
  const known: KnownVersions = new Map();
  const { libraries, rules, mail } = settings;
  const waysOf: WaysOf = (library) => {
    const to = libraries.get(library);
    return [
      ...(to?.webhook === undefined ? [] : (['webhook'] as const)),
      ...(to === undefined || to.mail.length === 0 ? [] : (['mail'] as const)),
    ];
  };
  return [
    {
      name: 'alerts',
      first: 10 * MINUTE_MS,
      every: 5 * MINUTE_MS,
      run: async (at) => {
        const away = await noteLook(store.db, at);
        const published = await readPublished(store.data, known, (error) =>
          log.error({ err: error }, 'repository-unread'),
        );
        const plan = { rules, published, waysOf, hoursOf: await readHours(store), away };
        return whenAny(await updateAlerts(store, plan, at));
      },
    },
    {
      name: 'alerts-told',
      first: MINUTE_MS,
      every: MINUTE_MS / 2,
      run: async (_at, goesOn) =>
        whenAny(
          await tellAlerts(
            store,
            {
              webhook: (message) => {
                const to = libraries.get(message.alert.library);
                return to?.webhook && postAlert(to.webhook, to.language, message, now());
              },
              mail: (message) => {
                const to = libraries.get(message.alert.library);
                if (to === undefined || to.mail.length === 0 || mail === undefined) return undefined;
                return mailAlert(mail, to, message);
              },
            },
            now,
            goesOn,
            waysOf,
          ),
        ),
    },
  ];
}

/** The log has a line when there is something to say. */
function whenAny<T extends Record<string, number>>(numbers: T): T | undefined {
  return Object.values(numbers).some((number) => number > 0) ? numbers : undefined;
}
