import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NO_PLACE, PlaceSettings } from '../../../core/domain/desk/desk-place.ts';
import type { Log } from '../../log.ts';

const placeFile = (dataDir: string) => join(dataDir, 'place.json');

/** Reads where a device stands. A file that is not there says nothing; one that is wrong is told in the log, and says nothing. */
export function readPlace(dataDir: string, log: Log): PlaceSettings {
  try {
    return PlaceSettings.parse(JSON.parse(readFileSync(placeFile(dataDir), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_PLACE;
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    log.trouble(
      'place-wrong',
      `${placeFile(dataDir)} is left aside: ${why}. Choose anew where the desk is, at the screen of the admin.`,
    );
    return NO_PLACE;
  }
}

/** Keeps it: on the disk before the answer, and the one before stays when it fails. False when it could not be kept. */
export function writePlace(dataDir: string, place: PlaceSettings, log: Log): boolean {
  const fresh = `${placeFile(dataDir)}.new`;
  try {
    const descriptor = openSync(fresh, 'w', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(place)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, placeFile(dataDir));
    return true;
  } catch (error) {
    log.trouble('place-not-kept', `${placeFile(dataDir)}: ${(error as Error).message}`);
    return false;
  }
}
