import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { type PackOnChannel, targetPath } from '../../core/contract/repository/names.ts';
import { TrustError } from '../trust-error.ts';
import { LostManifestError, readManifest } from './read-manifest.ts';
import { type Repository, readLibrary, readVersion } from './read-repository.ts';

/**
 * After so many numbers without a list, older ones were signed by a key that holds no more, or nothing older is there. What was taken
 * away as garbage leaves gaps too, so it is generous.
 */
const MOST_GAPS = 500;

/**
 * The manifest of an earlier version of a pack, from the lists that its library signed before.
 * Throws TrustError when no list that is still there has it, or the repository cannot be reached; the message names the versions that can
 * be had, and the manifests that cannot be read.
 */
export async function findVersion(
  repository: Repository,
  wanted: PackOnChannel,
  version: number,
): Promise<Manifest> {
  const { files, targets } = repository;
  const path = targetPath(wanted);
  const had = new Set<number>();
  const lost = new Set<string>();
  const newest = await readLibrary(repository, wanted.library);
  let gaps = 0;
  for (let number = newest?.signed.version ?? 0; number > 0 && gaps < MOST_GAPS; number--) {
    const list =
      newest?.signed.version === number
        ? newest
        : await readVersion(files, 'library', wanted.library, number, { ...targets, role: 'targets' });
    gaps = list === undefined ? gaps + 1 : 0;
    const target = list?.signed.targets[path];
    if (target === undefined) continue;
    const manifest = await readManifest(files, path, target).catch((error) => {
      if (!(error instanceof LostManifestError)) throw error;
      lost.add(error.message); // damaged, or taken away by gc
      return undefined;
    });
    if (manifest?.version === version) return manifest;
    if (manifest !== undefined) had.add(manifest.version);
  }
  throw new TrustError(
    `${path} has no version ${version} any more. There is: ${[...had].sort((one, other) => one - other).join(', ') || 'none'}.${[...lost].map((why) => ` ${why}`).join('')}`,
  );
}
