import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, opendir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkPlace, type Source, SourceError, tooLarge } from './source.ts';

/** As much in one go: each go through the pool of threads costs as much as reading a few hundred thousand bytes. */
const CHUNK = 1024 * 1024;
/** No folder of a repository has so many names; one that does would only be there to exhaust whoever reads it. */
const MOST_NAMES = 100_000;
/** Never through a link, and never waiting for a device or pipe that somebody put there. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * A repository in a folder, as on a stick: plain files in plain folders, and nothing outside of it is ever read.
 * `openFile` is how a file is opened, once it was looked at. Throws SourceError (`gone`) when there is no such folder.
 */
export async function folderSource(folder: string, openFile = open, mostNames = MOST_NAMES): Promise<Source> {
  const root = await realpath(folder).catch((cause) => {
    throw new SourceError('gone', `There is no folder that can be read at "${folder}".`, cause);
  });
  return {
    address: root,
    open: async (place, { from, most }) => {
      checkPlace(place);
      const file = join(root, place);
      let handle: FileHandle | undefined;
      try {
        const looked = await lookAt(root, place, mostNames);
        handle = await openFile(file, FLAGS);
        const { size } = await sameFile(handle, looked, file, place);
        if (size > most) throw tooLarge(place);
        const begins = Math.min(from, size);
        return { from: begins, bytes: bytesOf(handle, begins, size, place, root) };
      } catch (error) {
        await handle?.close();
        throw await asSourceError(error, root, place);
      }
    },
  };
}

/** Looks at every name on the way to a file. Throws SourceError when one is a link, or has a twin that differs by capitals. */
async function lookAt(root: string, place: string, mostNames: number): Promise<Stats> {
  const names = place.split('/');
  for (const [index, name] of names.entries()) {
    const folder = join(root, ...names.slice(0, index));
    const found = await lstat(join(folder, name));
    const isLast = index === names.length - 1;
    if (isLast ? !found.isFile() : !found.isDirectory())
      throw unsafe(place, `"${name}" is no plain ${isLast ? 'file' : 'folder'}`);
    await refuseTwin(folder, name, place, mostNames);
    if (isLast) return found;
  }
  throw unsafe(place, 'it has no name');
}

/** Throws SourceError when a folder has the name twice, but for its capitals, or more names than may be. */
async function refuseTwin(folder: string, name: string, place: string, mostNames: number): Promise<void> {
  const folded = name.toLowerCase();
  let names = 0;
  for await (const { name: other } of await opendir(folder)) {
    if (other !== name && other.toLowerCase() === folded)
      throw unsafe(place, `"${other}" and "${name}" are one name on other disks`);
    if (++names > mostNames) throw unsafe(place, `there are more than ${mostNames} names beside it`);
  }
}

/** What was opened must be what was looked at, and still lie where it was. */
async function sameFile(handle: FileHandle, looked: Stats, file: string, place: string): Promise<Stats> {
  const opened = await handle.stat();
  const isSame = opened.ino === looked.ino && opened.dev === looked.dev && opened.isFile();
  if (!isSame || (await realpath(dirname(file))) !== dirname(file))
    throw unsafe(place, 'it was exchanged while it was read');
  return opened;
}

async function* bytesOf(
  handle: FileHandle,
  from: number,
  size: number,
  place: string,
  root: string,
): AsyncIterable<Uint8Array> {
  try {
    for (let at = from; at < size; ) {
      const wanted = Math.min(CHUNK, size - at);
      // The length in so many words: the oldest runtime takes none for 0.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, at);
      if (bytesRead === 0)
        throw new SourceError('cut', `"${place}" became shorter while it was read. Try again.`);
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw await asSourceError(error, root, place);
  } finally {
    await handle.close().catch(() => undefined); // A stick that is gone cannot close its files.
  }
}

function unsafe(place: string, why: string): SourceError {
  return new SourceError('unsafe', `"${place}" is not read: ${why}. Copy the repository to the stick again.`);
}

async function asSourceError(error: unknown, root: string, place: string): Promise<SourceError> {
  if (error instanceof SourceError) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ELOOP') return unsafe(place, `"${basename(place)}" is a link`);
  const isThere = await lstat(root).then(
    () => true,
    () => false,
  );
  if (isThere && ['ENOENT', 'ENOTDIR'].includes(code))
    return new SourceError('missing', `There is no "${place}" in "${root}".`, error);
  return new SourceError(
    'gone',
    `"${root}" cannot be read any more (${code}). Was the stick taken out?`,
    error,
  );
}
