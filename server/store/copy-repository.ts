import { constants, existsSync, lstatSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TIMESTAMP_PLACE } from '../../core/contract/repository/places.ts';
import { isOfLock } from '../../trust/repository/lock-folder.ts';
import { TrustError } from '../../trust/trust-error.ts';

type Copy = (from: string, to: string, mode: number) => Promise<void>;

/** Somebody who publishes all the while is waited for no longer. */
const MOST_TIMES = 20;

/**
 * Copies the folder of a repository, while others may publish and take away what no kiosk needs: without its lock, which this account may
 * not be able to write, and which would keep them waiting. As long as the timestamp stays, nothing goes that it leads to; where it changed
 * meanwhile, what is not there yet is copied too. `copy` copies a file. Throws TrustError when that finds no end, and the error of the disk.
 */
export async function copyRepository(from: string, to: string, copy: Copy = copyFile): Promise<void> {
  // A link to a disk that is not there now is no repository that nobody made: a copy without it would be called whole.
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined) return;
  if (!statSync(from).isDirectory()) throw new TrustError(`"${from}" is no folder.`);
  const place = join(from, TIMESTAMP_PLACE);
  const timestamp = async () => (await readFile(place).catch(passed(place))) ?? Buffer.alloc(0);
  for (let times = 0; times < MOST_TIMES; times++) {
    const before = await timestamp();
    await copyFolder(from, to, copy);
    if (!before.equals(await timestamp())) continue;
    if (before.length > 0) await writeFile(join(to, TIMESTAMP_PLACE), before);
    return;
  }
  throw new TrustError(
    `"${from}" was changed all the while that it was copied. Wait until that has ended, then run the same command again.`,
  );
}

/**
 * What is there already stays as it is, but for lists, which are small: the number of one that was never announced, and was taken away meanwhile,
 * may be given anew. The timestamp comes last.
 */
async function copyFolder(from: string, to: string, copy: Copy): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of (await readdir(from, { withFileTypes: true }).catch(passed(from))) ?? []) {
    const [here, there] = [join(from, entry.name), join(to, entry.name)];
    if (isOfLock(entry.name) || entry.name.endsWith('.part') || here.endsWith(TIMESTAMP_PLACE)) continue;
    const kind = entry.isSymbolicLink() ? await stat(here).catch(passed(here)) : entry;
    if (kind?.isDirectory()) await copyFolder(here, there, copy);
    else if (kind?.isFile())
      await copy(here, there, from.endsWith('metadata') ? 0 : constants.COPYFILE_EXCL).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') passed(here)(error);
        },
      );
  }
}

/** What was there a moment ago and is not any more. */
function passed(place: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== 'ENOENT' || existsSync(place)) throw error;
  };
}
