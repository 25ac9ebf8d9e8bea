import { statfsSync } from 'node:fs';

/** How many bytes are free on the disk of a folder; null when the disk does not say. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
