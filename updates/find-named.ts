import type { ManifestTarget } from '../core/contract/repository/manifest.ts';
import type { PackOnChannel } from '../core/contract/repository/names.ts';
import { forgetReady } from '../db/content/updates/forget-ready.ts';
import type { WriteDb } from '../db/open.ts';
import type { Refreshed } from './refresh.ts';
import { asUpdateError, UnsignedError } from './update-error.ts';

/** Where versions lie ready, and who is told of each that is forgotten. */
export type Forgetting = {
  readonly db: WriteDb;
  readonly forgotten?: ((pack: string, version: number) => void) | undefined;
};

/**
 * The manifest that the library's present list names for a pack; undefined when it names none. What lies ready and is not what it names is
 * forgotten, so that it is never shown: it was taken back, or a key signed it that counts no more. So it is where the list itself is not
 * signed by the key that is named now; not where the list could not be fetched, is torn, is older than what is known, or has expired. Throws
 * UpdateError.
 */
export async function findNamed(
  { find }: Refreshed,
  { db, forgotten = () => undefined }: Forgetting,
  of: PackOnChannel,
): Promise<ManifestTarget | undefined> {
  const forgetOthers = (named: string | undefined) => {
    for (const version of forgetReady(db, of.pack, named)) forgotten(of.pack, version);
  };
  try {
    const target = await find(of);
    forgetOthers(target?.hashes.sha256);
    return target;
  } catch (error) {
    const known = asUpdateError(error);
    if (known instanceof UnsignedError) forgetOthers(undefined);
    throw known;
  }
}
