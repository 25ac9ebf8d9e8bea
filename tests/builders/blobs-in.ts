import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The digests of the contents that lie in a data folder, sorted. */
export function blobsIn(dataDir: string): string[] {
  const all = readdirSync(join(dataDir, 'blobs', 'sha256'), { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}
