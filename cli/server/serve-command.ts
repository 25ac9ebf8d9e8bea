import { makeLog } from '../../server/http/log.ts';
import { startServer } from '../../server/start-server.ts';
import { SyncError } from '../../updates/outbox/sync-error.ts';
import { openOpsStore } from '../admin/open-ops-store.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { appVersion } from '../outbox/enrol-command.ts';
import { welcomeOwnKiosk } from './own-kiosk.ts';
import { STORE_OPTIONS, storePlaceFrom, unopenedStore, withServerStore } from './with-server-store.ts';

const USUAL_PORT = 8787;

/**
 * `balie serve --data DIR [--database postgres://…] [--port N] [--host ADDRESS] [--with-kiosk DIR]`: runs the server until SIGTERM or
 * SIGINT, and prints its address. On loopback unless another address is given: a web server with TLS belongs before it.
 * `--with-kiosk`, to try it all on one machine, lets the kiosk of that data folder belong to a made-up library of it.
 */
export async function serveCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], {
    ...STORE_OPTIONS,
    ...{ port: 'string', host: 'string', 'with-kiosk': 'string', migrations: 'string' },
  });
  const place = storePlaceFrom(read);
  const { host } = read.options;
  const server = await startServer(
    place,
    { port: portFrom(read.options['port']), ...(typeof host === 'string' ? { host } : {}) },
    makeLog(),
  ).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new CommandError('Another program uses this port. Give another one: --port N.', 1)
      : unopenedStore(place, error);
  });
  console.log(`The server listens at ${server.address}`);
  if (typeof read.options['with-kiosk'] === 'string')
    await welcome(read, server.address).catch(async (error: unknown) => {
      await server.stop();
      throw error instanceof SyncError ? new CommandError(error.message, 1) : storeError(error);
    });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await server.stop();
  return 0;
}

const WELCOME = {
  enrolled: 'The kiosk belongs to a made-up library of this server now.',
  known: 'The kiosk belongs to this server.',
  elsewhere: 'The kiosk belongs to another server, and stays there.',
};

async function welcome(args: Arguments, address: string): Promise<void> {
  const dataDir = String(args.options['with-kiosk']);
  const db = openOpsStore(dataDir, args.options['migrations']);
  try {
    const kiosk = { db, dataDir, appVersion: appVersion() };
    console.log(WELCOME[await withServerStore(args, (store) => welcomeOwnKiosk(store, address, kiosk))]);
  } finally {
    db.close();
  }
}

function portFrom(option: string | boolean | undefined): number {
  if (option === undefined) return USUAL_PORT;
  if (/^\d{1,5}$/.test(String(option)) && Number(option) <= 65_535) return Number(option);
  throw new CommandError(
    `--port "${String(option)}" is no port: give a number up to 65535, 0 for any that is free.`,
  );
}
