import { closeSync, readdirSync, readlinkSync } from 'node:fs';
import { type UtilityProcess, utilityProcess } from 'electron';

const OWN_HANDLES = '/proc/self/fd';
const NOTHING = '/dev/null';

/**
 * Starts a process of ours beside the main process, whose output nobody reads.
 * Electron opens /dev/null for it and never closes that again: one handle for every process, on a kiosk that runs for months. They
 * are opened within this call, so what is open after it and was not before are those; they are closed once the process has its own.
 */
export function forkHelper(file: string, serviceName: string): UtilityProcess {
  const before = new Set(handlesOfNothing());
  const child = utilityProcess.fork(file, [], { serviceName, stdio: 'ignore' });
  const left = handlesOfNothing().filter((handle) => !before.has(handle));
  child.once('spawn', () => {
    const still = new Set(handlesOfNothing());
    for (const handle of left) if (still.has(handle)) closeSync(handle);
  });
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
