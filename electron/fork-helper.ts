import { closeSync, readdirSync, readlinkSync } from 'node:fs';
import { type UtilityProcess, utilityProcess } from 'electron';
import { handleClaims } from './handle-claims.ts';

const OWN_HANDLES = '/proc/self/fd';
const NOTHING = '/dev/null';

const claims = handleClaims();

/**
 * Starts a process of ours beside the main process, whose output nobody reads.
 * Electron opens /dev/null for it and never closes that again: one handle for every process, on a kiosk that runs for months. They
 * are opened within this call, so what is open after it and was not before are those; they are closed once the process has its own,
 * or has ended without ever starting. A number that another process got meanwhile is that one's, and stays open until it started.
 */
export function forkHelper(file: string, serviceName: string): UtilityProcess {
  const before = new Set(handlesOfNothing());
  const child = utilityProcess.fork(file, [], { serviceName, stdio: 'ignore' });
  claims.claim(
    child,
    handlesOfNothing().filter((handle) => !before.has(handle)),
  );
  const close = () => {
    const open = new Set(handlesOfNothing());
    for (const handle of claims.release(child)) if (open.has(handle)) closeSync(handle);
  };
  child.once('spawn', close);
  child.once('exit', close);
  return child;
}

/** The handles that lead nowhere. None where the system does not tell. */
function handlesOfNothing(): number[] {
  try {
    return readdirSync(OWN_HANDLES).flatMap((name) => (leadsNowhere(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

/** A handle that was closed meanwhile leads nowhere either, but is none of them. */
function leadsNowhere(name: string): boolean {
  try {
    return readlinkSync(`${OWN_HANDLES}/${name}`) === NOTHING;
  } catch {
    return false;
  }
}
