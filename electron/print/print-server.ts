import type { PrintServer } from './ipp.ts';
import { runCommand } from './run-command.ts';

const IPP_PORT = 631;

/** Where the print system of this machine listens. Throws CommandError when there is none installed. */
export async function findPrintServer(): Promise<PrintServer> {
  return readPrintServer(await runCommand('lpstat', ['-H']));
}

/** Reads what `lpstat -H` says: a path, or a host with or without a port. */
export function readPrintServer(said: string): PrintServer {
  const place = said.trim();
  if (place.startsWith('/')) return { socketPath: place };
  const parts = /^(.*?)(?::(\d+))?$/.exec(place);
  const host = (parts?.[1] ?? place).replace(/^\[(.*)\]$/, '$1');
  return { host: host === '' ? 'localhost' : host, port: Number(parts?.[2] ?? IPP_PORT) };
}
