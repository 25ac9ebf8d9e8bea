// Half-made things are named after the process that makes them. What a killed one left is cleared away
// by the next; the lock of the set-up guarantees that nobody is still at it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder @param {string} name what stands before the process id */
export function sweepHalves(folder, name) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith(name) && /^\d+$/.test(entry.slice(name.length))) {
      rmSync(join(folder, entry), { recursive: true, force: true });
    }
  }
}
