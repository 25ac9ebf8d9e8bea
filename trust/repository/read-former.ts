import type { LibraryId } from '../../core/contract/repository/names.ts';
import { TrustError } from '../trust-error.ts';
import { type Repository, readVersion, type Signed } from './read-repository.ts';

/**
 * What is announced of a library under a key that it no longer has, by the list of libraries that still named that key. For a library
 * that lost its key and wants to go on publishing what it did; never after a theft: the thief may have signed that list.
 * Throws TrustError when no list of libraries that is still there vouches for it.
 */
export async function readFormer(
  { files, root, targets, announced }: Repository,
  library: LibraryId,
): Promise<Signed<'library'>> {
  const version = announced(library);
  for (let older = targets.signed.version - 1; older > 0 && version > 0; older--) {
    const delegator = await readVersion(files, 'targets', 'targets', older, { ...root, role: 'root' });
    if (delegator === undefined) continue;
    const found = await readVersion(files, 'library', library, version, { ...delegator, role: 'targets' });
    if (found !== undefined) return found;
  }
  throw new TrustError(
    `What ${library} published under its former key is not there, or nobody vouches for it any more. Publish its packs again.`,
  );
}
