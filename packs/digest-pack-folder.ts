import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackFiles } from './list-pack-files.ts';

/** One number for all that a pack's files hold: SHA-256 over the names and contents, in order of name. */
export function digestPackFolder(folder: string): string {
  const whole = createHash('sha256');
  for (const path of listPackFiles(folder)) {
    const content = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    whole.update(`${path}\0${content}\n`);
  }
  return whole.digest('hex');
}
