import type { LibraryId } from '../../core/contract/repository/names.ts';
import { type Delegator, formerDelegators } from './read-former.ts';
import { type Repository, readLibrary, readVersion, type Signed } from './read-repository.ts';
import type { RepositoryFiles } from './repository-files.ts';

/**
 * After so many numbers without a list at a web server, older ones were signed by a key that holds no more, or nothing older is there. What
 * was taken away as garbage leaves gaps too, so it is generous. In a folder it is seen which are there.
 */
const MOST_GAPS = 500;

/** A list of a library, and the number of the list of libraries that vouches for it. */
export type Vouched = Signed<'library'> & { readonly vouchedBy: number };

/**
 * The lists of a library that are there and rightly signed, the newest first: by the key that it has now, and with `take-over` also what was
 * announced under keys that it had before, which a thief may have signed. In a folder nothing is asked of numbers that are not there: a list
 * may have any number, and between two of them there may be a thousand million; at a web server it ends after `mostGaps` that are not there.
 * Throws TrustError when the repository cannot be reached.
 */
export async function* signedLists(
  repository: Repository,
  library: LibraryId,
  takeOver?: 'take-over',
  mostGaps = MOST_GAPS,
): AsyncGenerator<Vouched> {
  const { files, targets, announced } = repository;
  const newest = await readLibrary(repository, library);
  if (newest !== undefined) yield { ...newest, vouchedBy: targets.signed.version };
  else if (takeOver === undefined) return;
  const present: Delegator = { ...targets, role: 'targets' };
  const former = takeOver === undefined ? [] : await formerDelegators(repository, library);
  const end = newest?.signed.version ?? announced(library) + 1;
  const seen = (await files.versions(library, end)).filter((number) => number < end);
  const isFolder = seen.length > 0;
  let gaps = 0;
  for (const number of isFolder ? seen : countDown(end - 1)) {
    const list = await readVouched(files, library, number, [present, ...former]);
    gaps = list === undefined ? gaps + 1 : 0;
    if (!isFolder && gaps >= mostGaps) return;
    if (list !== undefined) yield list;
  }
}

async function readVouched(
  files: RepositoryFiles,
  library: LibraryId,
  number: number,
  delegators: readonly Delegator[],
): Promise<Vouched | undefined> {
  for (const delegator of delegators) {
    const list = await readVersion(files, 'library', library, number, delegator);
    if (list !== undefined) return { ...list, vouchedBy: delegator.signed.version };
  }
  return undefined;
}

function* countDown(from: number): Generator<number> {
  for (let number = from; number > 0; number--) yield number;
}
