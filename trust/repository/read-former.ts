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
export async function findFormer(
  { files, root, targets, announced }: Repository,
  library: LibraryId,
): Promise<Former | undefined> {
  const version = announced(library);
  for (let older = targets.signed.version - 1; older > 0 && version > 0; older--) {
    const delegator = await readVersion(files, 'targets', 'targets', older, { ...root, role: 'root' });
    if (delegator === undefined) continue;
    const list = await readVersion(files, 'library', library, version, { ...delegator, role: 'targets' });
    if (list !== undefined) return { list, vouchedBy: older };
  }
  return undefined;
}
