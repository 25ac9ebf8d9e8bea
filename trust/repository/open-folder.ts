import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobPlace, readMetadataName } from '../../core/contract/repository/places.ts';
import { TrustError } from '../trust-error.ts';
import { demandLock } from './lock-folder.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** A repository in a folder of this computer. `name`: what sentences for people call it. */
export function openFolder(folder: string, name = folder): RepositoryFiles {
  const read = async (place: string, most: number) => {
    const found = await sizeOf(join(folder, place));
    if (found === undefined) return undefined;
    if (found > most) throw new TrustError(`${place} has ${found} bytes; at most ${most} are expected.`);
    return await readFile(join(folder, place));
  };
  const isWhole = async (digest: string, length: number) => {
    const place = join(folder, blobPlace(digest));
    // The length first: it is cheap, and most that is torn has another one.
    return (
      (await sizeOf(place)) === length &&
      createHash('sha256')
        .update(await readFile(place))
        .digest('hex') === digest
    );
  };
  return {
    name,
    read,
    hasBlob: isWhole,
    isWhole,
    write: async (place, bytes, over) => {
      const file = join(folder, place);
      const there = over === undefined ? await read(place, Number.MAX_SAFE_INTEGER) : undefined;
      if (there?.equals(bytes)) return;
      // A content that is there with other bytes is damaged, so it is mended; metadata of that number was signed before.
      if (there !== undefined && place.startsWith('metadata/'))
        throw new TrustError(`${place} is there already, with something else in it. Run the command again.`);
      demandLock(folder);
      await writeWhole(file, bytes).catch((cause) => {
        throw writeError(place, cause);
      });
    },
    versions: async (role) =>
      (await readdir(join(folder, 'metadata')).catch(() => []))
        .map(readMetadataName)
        .flatMap((found) => (found?.role === role ? [found.version] : []))
        .sort((one, other) => other - one),
  };
}

async function sizeOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

/** Under another name first, and on the disk before it gets its own: after a power cut it is there whole, or not at all. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(part, 'w', 0o644);
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(part, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

function writeError(place: string, cause: NodeJS.ErrnoException): TrustError {
  const advice: Record<string, string> = {
    ENOSPC: 'The disk is full. Make room',
    EROFS: 'The disk can only be read. Take another place',
    EACCES: 'You may not write there. Look at the rights of the folder',
  };
  const what = advice[cause.code ?? ''] ?? `It cannot be written (${cause.code ?? cause.message}). Mend that`;
  return new TrustError(`${place}: ${what}; then run the same command again, it goes on where it was.`, {
    cause,
  });
}
