import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type PrintServer, UnreachableError } from './ipp.ts';

const IPP_PORT = 631;
/** It takes milliseconds; one that hangs must not keep a visitor waiting. */
const PATIENCE_MS = 15_000;
const run = promisify(execFile);

/** Where the print system of this machine listens. Throws UnreachableError when there is none installed. */
export async function findPrintServer(): Promise<PrintServer> {
  try {
    return readPrintServer((await run('lpstat', ['-H'], { timeout: PATIENCE_MS })).stdout);
  } catch (error) {
    throw new UnreachableError(String(error));
  }
}

/** Reads what `lpstat -H` says: a path, or a host with or without a port. */
export function readPrintServer(said: string): PrintServer {
  const place = said.trim();
  if (place.startsWith('/')) return { socketPath: place };
  const parts = /^(.*?)(?::(\d+))?$/.exec(place);
  const host = (parts?.[1] ?? place).replace(/^\[(.*)\]$/, '$1');
  return { host: host === '' ? 'localhost' : host, port: Number(parts?.[2] ?? IPP_PORT) };
}
