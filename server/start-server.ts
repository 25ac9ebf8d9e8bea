import type { Logger } from 'pino';
import { alertChores } from './alerts/alert-chores.ts';
import { type AlertSettings, NOBODY_TOLD } from './alerts/alert-settings.ts';
import { type Limits, makeApp, type Settings } from './app.ts';
import { reminderChores } from './directory/reminder-chore.ts';
import { forgetChore } from './handovers/forget-handovers.ts';
import { openServerStore, type StorePlace } from './store/open-server-store.ts';
import { monthsChore } from './upkeep/months-chore.ts';
import { purgeChore } from './upkeep/purge-chore.ts';
import { type Clock, COMPUTER_CLOCK, startUpkeep } from './upkeep/start-upkeep.ts';

/** Where a server listens. Port 0 is any that is free; loopback unless another address is given. */
export type ListenPlace = { readonly port: number; readonly host?: string };

/** A server that runs. `stop` finishes what it is doing, then closes its store. */
export type RunningServer = { readonly address: string; readonly stop: () => Promise<void> };

/** Opens the store and starts a server over it, with what it does by itself. Throws MigrationError, and the error of the disk, database or network. */
export async function startServer(
  place: StorePlace,
  { port, host = '127.0.0.1' }: ListenPlace,
  log: Logger,
  limits?: Limits,
  settings?: Settings & { readonly alerts?: AlertSettings },
  clock: Clock = COMPUTER_CLOCK,
): Promise<RunningServer> {
  const store = await openServerStore(place);
  try {
    const app = await makeApp(store, log, limits, settings);
    try {
      const address = await app.listen({ port, host });
      const alerts = alertChores(store, settings?.alerts ?? NOBODY_TOLD, clock.now, log);
      const reminders = reminderChores(store, settings?.alerts ?? NOBODY_TOLD);
      const months = monthsChore(store, clock.now());
      const chores = [purgeChore(store), months, forgetChore(store), ...alerts, ...reminders];
      const upkeep = startUpkeep(chores, clock, log);
      const stop = async () => {
        await upkeep.stop();
        await app.close();
      };
      return { address, stop };
    } catch (error) {
      await app.close();
      throw error;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}
