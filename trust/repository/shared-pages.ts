import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { type Channel, readTargetPath } from '../../core/contract/repository/names.ts';
import { LostManifestError, readManifest } from './read-manifest.ts';
import { type Repository, readLibrary } from './read-repository.ts';

/** Another pack on a channel, and the pages that it has of the same name: `flows/huur`. */
export type SharedPages = {
  readonly pack: string;
  readonly library: string;
  readonly pages: readonly string[];
};

const PAGE = /^(?:flows|articles)\/[^/.]+/;
const pagesIn = ({ files }: Manifest) => new Set(files.flatMap(({ path }) => PAGE.exec(path) ?? []));

/**
 * The other packs on a channel of a repository that have a page which this one has too: a kiosk that follows both shows that of the pack that
 * comes first by name. Of a manifest that is lost nothing is known. Throws TrustError when the repository does not answer.
 */
export async function sharedPages(
  repository: Repository,
  manifest: Manifest,
  channel: Channel,
): Promise<SharedPages[]> {
  const mine = pagesIn(manifest);
  const found: SharedPages[] = [];
  for (const { name: library } of repository.targets.signed.delegations.roles) {
    const list = await readLibrary(repository, library);
    for (const [path, target] of Object.entries(list?.signed.targets ?? {})) {
      const of = readTargetPath(path);
      if (of === undefined || of.channel !== channel || of.library !== library || of.pack === manifest.pack)
        continue;
      const other = await unlessLost(readManifest(repository.files, path, target));
      const pages = other === undefined ? [] : [...pagesIn(other)].filter((page) => mine.has(page)).sort();
      if (pages.length > 0) found.push({ pack: of.pack, library, pages });
    }
  }
  return found;
}

async function unlessLost<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof LostManifestError) return undefined;
    throw error;
  }
}
