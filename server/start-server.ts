import type { Logger } from 'pino';
import { type Limits, makeApp, type Settings } from './app.ts';
import { openServerStore, type StorePlace } from './store/open-server-store.ts';

/** Where a server listens. Port 0 is any that is free; loopback unless another address is given. */
export type ListenPlace = { readonly port: number; readonly host?: string };

/** A server that runs. `stop` finishes what it is doing, then closes its store. */
export type RunningServer = { readonly address: string; readonly stop: () => Promise<void> };

/** Opens the store and starts a server over it. Throws MigrationError, and the error of the disk, database or network. */
export async function startServer(
  place: StorePlace,
  { port, host = '127.0.0.1' }: ListenPlace,
  log: Logger,
  limits?: Limits,
  settings?: Settings,
): Promise<RunningServer> {
  const store = await openServerStore(place);
  try {
    const app = await makeApp(store, log, limits, settings);
    try {
      return { address: await app.listen({ port, host }), stop: () => app.close() };
    } catch (error) {
      await app.close();
      throw error;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}
