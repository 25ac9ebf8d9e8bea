import { recordNoUpdate } from '../db/content/updates/update-status.ts';
import type { WriteDb } from '../db/open.ts';
import { asUpdateError, UpdateError } from './update-error.ts';

/**
 * Does a part of an update, and writes down why it came to nothing, where there is room to: whoever looks after the kiosk reads that.
 * Without a time nothing is written down. Throws what `act` throws, as UpdateError where it is one.
 */
export async function recordFailure<T>(
  db: WriteDb,
  now: number | undefined,
  act: () => T | Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const known = asUpdateError(error);
    if (known instanceof UpdateError && now !== undefined) remember(db, now, known);
    throw known;
  }
}

function remember(db: WriteDb, now: number, error: UpdateError): void {
  try {
    recordNoUpdate(db, now, error);
  } catch {
    // The error itself says more than that it could not be written down.
  }
}
