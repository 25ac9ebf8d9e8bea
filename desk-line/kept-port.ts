import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where it is kept: a number on a line, that whoever looks after a firewall can read and change. */
const portFile = (dataDir: string) => join(dataDir, 'help-line-port');

/** The port at which kiosks reached this desk before; undefined when there is none, or what is kept is no port. */
export function readKeptPort(dataDir: string): number | undefined {
  try {
    const port = Number(readFileSync(portFile(dataDir), 'utf8').trim());
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the port, unless one is kept: when another program had that for a while, this desk comes back to it. A disk that does not take it costs
 * nothing but that the next start may have another port.
 */
export function keepPort(dataDir: string, port: number): void {
  if (readKeptPort(dataDir) !== undefined) return;
  try {
    writeFileSync(portFile(dataDir), `${port}\n`, { mode: 0o600 });
  } catch {
    // As it was before any was kept.
  }
}
