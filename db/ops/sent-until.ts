import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Beside the store, because a copy of it that is brought back does not know what was sent since. */
const fileIn = (dataDir: string) => join(dataDir, 'sent-until');

/** Writes down that all that was there at a moment is at the server. Throws the error of the disk. */
export function noteSentUntil(dataDir: string, moment: Date): void {
  writeFileSync(fileIn(dataDir), moment.toISOString(), { mode: 0o600 });
}

/** The moment up to which all is at the server, as an ISO 8601 time; undefined when nobody knows, or it is later than `now`. */
export function readSentUntil(dataDir: string, now: Date): string | undefined {
  try {
    const found = z.iso.datetime().safeParse(readFileSync(fileIn(dataDir), 'utf8')).data;
    return found !== undefined && Date.parse(found) <= now.getTime() ? found : undefined;
  } catch {
    return undefined; // Nothing was sent from here, or it cannot be read: then nothing is promised.
  }
}
