import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { TIMESTAMP_PLACE } from '../../core/contract/repository/places.ts';
import { SourceError } from '../source/source.ts';

/** A stick may hold a hundred thousand names; no more than these are looked at, and no more repositories than these are found. */
const MOST_NAMES = 1_000;
const MOST_REPOSITORIES = 5;

/**
 * The folders of repositories on a mounted place: the place itself, and the folders in it, by name. Nothing in them is read yet, and
 * nothing is trusted. Empty when there is none. Throws SourceError (`gone`) when the place cannot be read, or nothing was found and a folder
 * on it could not be.
 */
export async function findRepositories(place: string, mostNames = MOST_NAMES): Promise<string[]> {
  try {
    const found = (await isRepository(place)) ? [place] : [];
    let unread: unknown;
    for (const name of await foldersOn(place, mostNames)) {
      if (found.length === MOST_REPOSITORIES) break;
      try {
        if (await isRepository(join(place, name))) found.push(join(place, name));
      } catch (error) {
        unread ??= error; // One folder that cannot be read does not take away what lies beside it.
      }
    }
    // Where nothing else was found it may be that one, or the stick was taken out meanwhile.
    if (found.length === 0 && unread !== undefined) throw unread;
    return found;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new SourceError(
      'gone',
      `"${place}" cannot be read any more (${code}). Was the stick taken out?`,
      cause,
    );
  }
}

async function foldersOn(place: string, mostNames: number): Promise<string[]> {
  const names: string[] = [];
  let seen = 0;
  for await (const entry of await opendir(place)) {
    if (++seen > mostNames) break;
    // A link may lead anywhere, so it is none.
    if (entry.isDirectory() && !entry.name.startsWith('.')) names.push(entry.name);
  }
  return names.sort();
}

async function isRepository(folder: string): Promise<boolean> {
  try {
    return (await lstat(join(folder, TIMESTAMP_PLACE))).isFile();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(String((error as NodeJS.ErrnoException).code))) return false;
    throw error;
  }
}
