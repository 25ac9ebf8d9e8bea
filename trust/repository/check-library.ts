import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { blobPlace } from '../../core/contract/repository/places.ts';
import type { MetadataOf } from '../metadata/read-metadata.ts';
import { TrustError } from '../trust-error.ts';
import { readManifest } from './read-manifest.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** Contents that were found whole before, so that each is read once. */
export type SeenContents = Set<string>;

/**
 * Is all there that a library's metadata names: every manifest, every content, whole? Returns the manifests by target path.
 * Throws TrustError with the first thing that is missing, damaged, or under the name of another library.
 */
export async function checkLibrary(
  files: RepositoryFiles,
  library: string,
  { targets }: Pick<MetadataOf<'library'>, 'targets'>,
  seen: SeenContents,
): Promise<Map<string, Manifest>> {
  const manifests = new Map<string, Manifest>();
  for (const [path, target] of Object.entries(targets)) {
    // TUF's clients would never ask this library for such a name, so it can only be a mistake or a trick.
    if (!path.startsWith(`${library}/`))
      throw new TrustError(`${library} signed "${path}", which is not its own.`);
    const manifest = await readManifest(files, path, target);
    for (const { sha256, length, path: file } of manifest.files) {
      if (seen.has(sha256)) continue;
      if (!(await files.isWhole(sha256, length)))
        throw new TrustError(
          `${blobPlace(sha256)} (${file} of ${path}) is missing or damaged. Publish the pack again.`,
        );
      seen.add(sha256);
    }
    manifests.set(path, manifest);
  }
  return manifests;
}
