import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { type PackOnChannel, targetPath } from '../../core/contract/repository/names.ts';
import { LostManifestError, readManifest } from './read-manifest.ts';
import type { Repository } from './read-repository.ts';
import { signedLists } from './signed-lists.ts';

/**
 * The manifests that a number of a pack has or had on a channel, from the lists that its library signed and that are still there; the newest
 * first, each once. Versions of a channel only rise, so it ends at the first lower one; and after `mostLists`, or after so many numbers in a
 * row that a web server has not any more. What cannot be read is passed by. Throws TrustError when the repository cannot be reached.
 */
export async function* manifestsOfNumber(
  repository: Repository,
  of: PackOnChannel,
  version: number,
  mostLists?: number,
): AsyncGenerator<Manifest> {
  const path = targetPath(of);
  const read = new Set<string>();
  let lists = 0;
  for await (const { signed } of signedLists(repository, of.library, undefined, mostLists)) {
    if (mostLists !== undefined && ++lists > mostLists) return;
    const target = signed.targets[path];
    if (target === undefined || read.has(target.hashes.sha256)) continue;
    read.add(target.hashes.sha256);
    const manifest = await readManifest(repository.files, path, target).catch((error: unknown) => {
      if (error instanceof LostManifestError) return undefined; // damaged, or taken away by gc
      throw error;
    });
    if (manifest?.version === version) yield manifest;
    if (manifest !== undefined && manifest.version < version) return;
  }
}
