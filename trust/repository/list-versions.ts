import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { type PackOnChannel, readTargetPath } from '../../core/contract/repository/names.ts';
import { TrustError } from '../trust-error.ts';
import { readManifest } from './read-manifest.ts';
import type { Repository } from './read-repository.ts';
import { signedLists } from './signed-lists.ts';

/** A version of a pack on a channel that can be had, newest first in a list. */
export type VersionOnChannel = PackOnChannel & { readonly manifest: Manifest; readonly newest: boolean };

/**
 * So many lists of a library are looked at, from the newest on, those that are gone not counted: one each week for almost ten years. A
 * kiosk that was held shows a version that was replaced long ago, and who holds it wants to see that one.
 */
const MOST_LISTS = 500;

/**
 * The versions of every pack that libraries of a repository publish, as far as the lists they signed and the manifests are still
 * there. By library, pack and channel, the newest first. Throws TrustError when the repository itself is not good.
 */
export async function listVersions(repository: Repository): Promise<VersionOnChannel[]> {
  const { files, targets } = repository;
  const found = new Map<string, VersionOnChannel>();
  for (const library of targets.signed.delegations.roles.map(({ name }) => name)) {
    let looked = 0;
    const read = new Set<string>();
    for await (const list of signedLists(repository, library)) {
      if (++looked > MOST_LISTS) break;
      for (const [path, target] of Object.entries(list.signed.targets)) {
        const of = readTargetPath(path);
        if (of === undefined || target === undefined) continue;
        // A pack stands in every list until its next version: its manifest is read once.
        const signed = `${path} ${target.hashes.sha256}`;
        if (read.has(signed)) continue;
        read.add(signed);
        const manifest = await readManifest(files, path, target).catch((error: unknown) => {
          if (error instanceof TrustError) return undefined; // taken away by gc
          throw error;
        });
        const key = `${path} ${manifest?.version}`;
        if (manifest !== undefined && !found.has(key))
          found.set(key, { ...of, manifest, newest: looked === 1 });
      }
    }
  }
  const name = ({ library, pack, channel }: PackOnChannel) => `${library}/${pack}/${channel}`;
  return [...found.values()].sort((one, other) =>
    name(one) === name(other)
      ? other.manifest.version - one.manifest.version
      : name(one) < name(other)
        ? -1
        : 1,
  );
}
