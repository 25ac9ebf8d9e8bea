import {
  type AlertSettings,
  AlertSettingsError,
  NOBODY_TOLD,
  readAlertSettings,
} from '../../server/alerts/alert-settings.ts';
import { makeLog } from '../../server/http/log.ts';
import { startServer } from '../../server/start-server.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { collectAlone } from './collect-alone.ts';
import { oidcFrom } from './oidc-from.ts';
import { originFrom } from './origin-from.ts';
import { proxiesFrom } from './proxies-from.ts';
import { welcomeKiosk } from './welcome-kiosk.ts';
import { STORE_OPTIONS, storePlaceFrom, unopenedStore, warnOfPassword } from './with-server-store.ts';

/** Where a server listens when nothing else is said. */
export const USUAL_PORT = 8787;

/**
 * `balie serve --data DIR [--database postgres://…] [--port N] [--host ADDRESS] [--origin https://…] [--alerts FILE]
 * [--oidc FILE] [--proxy ADDRESS]… [--with-kiosk DIR]`: runs the server until SIGTERM or SIGINT, and prints its address. On loopback unless another
 * address is given: a web server with TLS belongs before it. `--with-kiosk`, to try it all on one machine, lets the kiosk of that
 * data folder belong to a made-up library of it.
 */
export async function serveCommand(args: string[]): Promise<number> {
  collectAlone();
  const read = readArguments(args, [], {
    ...STORE_OPTIONS,
    ...{ port: 'string', host: 'string', origin: 'string', alerts: 'string', oidc: 'string' },
    ...{ proxy: 'strings', 'with-kiosk': 'string', migrations: 'string' },
  });
  const place = storePlaceFrom(read);
  warnOfPassword(place);
  const { host } = read.options;
  const origin = originFrom(read.options['origin']);
  const oidc = oidcFrom(read.options['oidc']);
  const proxies = proxiesFrom(read.lists['proxy']);
  const server = await startServer(
    place,
    { port: portFrom(read.options['port']), ...(typeof host === 'string' ? { host } : {}) },
    makeLog(),
    undefined,
    {
      ...(origin === undefined ? {} : { origin }),
      ...(oidc === undefined ? {} : { oidc }),
      proxies,
      alerts: alertsFrom(read.options['alerts']),
    },
  ).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new CommandError('Another program uses this port. Give another one: --port N.', 1)
      : unopenedStore(place, error);
  });
  console.log(`The server listens at ${server.address}`);
  await welcomeKiosk(read, server.address).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await server.stop();
  return 0;
}

function alertsFrom(file: string | boolean | undefined): AlertSettings {
  if (typeof file !== 'string') return NOBODY_TOLD;
  try {
    return readAlertSettings(file);
  } catch (error) {
    throw error instanceof AlertSettingsError ? new CommandError(error.message, 1) : error;
  }
}

function portFrom(option: string | boolean | undefined): number {
  if (option === undefined) return USUAL_PORT;
  if (/^\d{1,5}$/.test(String(option)) && Number(option) <= 65_535) return Number(option);
  throw new CommandError(
    `--port "${String(option)}" is no port: give a number up to 65535, 0 for any that is free.`,
  );
}
