import type { LibraryId } from '../../core/contract/repository/names.ts';
import { type Repository, readLibrary, readVersion, type Signed } from './read-repository.ts';

/**
 * After so many numbers without a list at a web server, older ones were signed by a key that holds no more, or nothing older is there. What
 * was taken away as garbage leaves gaps too, so it is generous. In a folder it is seen which are there.
 */
const MOST_GAPS = 500;

/**
 * The lists of a library that are there and rightly signed, the newest first. In a folder nothing is asked of numbers that are not there: a list
 * may have any number, and between two of them there may be a thousand million. Throws TrustError when the repository cannot be reached.
 */
export async function* signedLists(
  repository: Repository,
  library: LibraryId,
): AsyncGenerator<Signed<'library'>> {
  const { files, targets } = repository;
  const newest = await readLibrary(repository, library);
  if (newest === undefined) return;
  yield newest;
  const last = newest.signed.version;
  const seen = (await files.versions(library, last)).filter((number) => number < last);
  const isFolder = seen.length > 0;
  let gaps = 0;
  for (const number of isFolder ? seen : countDown(last - 1)) {
    const list = await readVersion(files, 'library', library, number, { ...targets, role: 'targets' });
    gaps = list === undefined ? gaps + 1 : 0;
    if (!isFolder && gaps >= MOST_GAPS) return;
    if (list !== undefined) yield list;
  }
}

function* countDown(from: number): Generator<number> {
  for (let number = from; number > 0; number--) yield number;
}
