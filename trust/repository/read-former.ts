import type { LibraryId } from '../../core/contract/repository/names.ts';
import { TrustError } from '../trust-error.ts';
import { type Repository, readVersion, type Signed } from './read-repository.ts';

/** What a library published under a key that it no longer has, and the number of the list of libraries that still named that key. */
type Former = { readonly list: Signed<'library'>; readonly vouchedBy: number };

/**
 * What is announced of a library under a key that it no longer has, by the list of libraries that still named that key. For a library
 * that lost its key and wants to go on publishing what it did; never after a theft: the thief may have signed that list.
 * Throws TrustError when no list of libraries that is still there vouches for it.
 */
export async function readFormer(repository: Repository, library: LibraryId): Promise<Signed<'library'>> {
  const former = await findFormer(repository, library);
  if (former !== undefined) return former.list;
  throw new TrustError(
    `What ${library} published under its former key is not there, or nobody vouches for it any more. Publish its packs again.`,
  );
}

/** The same; undefined when no list of libraries that is still there vouches for it. */
export async function findFormer(repository: Repository, library: LibraryId): Promise<Former | undefined> {
  const version = repository.announced(library);
  if (version === 0) return undefined;
  for (const delegator of await formerDelegators(repository, library)) {
    const list = await readVersion(repository.files, 'library', library, version, delegator);
    if (list !== undefined) return { list, vouchedBy: delegator.signed.version };
  }
  return undefined;
}

/** A list of libraries, to be asked who may sign for one. */
export type Delegator = Signed<'targets'> & { readonly role: 'targets' };

/**
 * The lists of libraries before the present one that name another key for a library than it has now: the newest that is still there for each
 * such key, the newest first. Throws TrustError when the repository cannot be reached.
 */
export async function formerDelegators(
  { files, root, targets }: Repository,
  library: LibraryId,
): Promise<Delegator[]> {
  const keysIn = ({ signed }: Signed<'targets'>) =>
    signed.delegations.roles.find(({ name }) => name === library)?.keyids.join();
  const seen = new Set([keysIn(targets), undefined]);
  const found: Delegator[] = [];
  for (let older = targets.signed.version - 1; older > 0; older--) {
    const delegator = await readVersion(files, 'targets', 'targets', older, { ...root, role: 'root' });
    if (delegator === undefined || seen.has(keysIn(delegator))) continue;
    seen.add(keysIn(delegator));
    found.push({ ...delegator, role: 'targets' });
  }
  return found;
}
