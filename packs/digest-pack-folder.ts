import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackFiles } from './list-pack-files.ts';

/** One number for all that a pack's files hold: SHA-256 over the names and contents, in order of name. */
export function digestPackFolder(folder: string): string {
  const digestOf = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return digestPack(listPackFiles(folder).map((path) => ({ path, sha256: digestOf(path) })));
}

/** The same of files whose SHA-256 is known, sorted by path. */
export function digestPack(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  const whole = createHash('sha256');
  for (const { path, sha256 } of files) whole.update(`${path}\0${sha256}\n`);
  return whole.digest('hex');
}
