import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { type PackOnChannel, targetPath } from '../../core/contract/repository/names.ts';
import { TrustError } from '../trust-error.ts';
import { formerDelegators } from './read-former.ts';
import { LostManifestError, readManifest } from './read-manifest.ts';
import type { Repository } from './read-repository.ts';
import { signedLists } from './signed-lists.ts';

/**
 * The manifest of an earlier version of a pack, from the lists that its library signed before; with `take-over` also under keys that it no
 * longer has: never after a theft.
 * Throws TrustError when no list that is still there has it, or the repository cannot be reached; the message names the versions that can
 * be had, and the manifests that cannot be read.
 */
export async function findVersion(
  repository: Repository,
  wanted: PackOnChannel,
  version: number,
  takeOver?: 'take-over',
): Promise<Manifest> {
  const { files } = repository;
  const path = targetPath(wanted);
  const had = new Set<number>();
  const lost = new Set<string>();
  for await (const list of signedLists(repository, wanted.library, takeOver)) {
    const target = list.signed.targets[path];
    if (target === undefined) continue;
    const manifest = await readManifest(files, path, target).catch((error) => {
      if (!(error instanceof LostManifestError)) throw error;
      lost.add(error.message); // damaged, or taken away by gc
      return undefined;
    });
    if (manifest?.version === version) return manifest;
    if (manifest !== undefined) had.add(manifest.version);
  }
  const isFormer = takeOver === undefined && (await formerDelegators(repository, wanted.library)).length > 0;
  throw new TrustError(
    `${path} has no version ${version} any more. There is: ${[...had].sort((one, other) => one - other).join(', ') || 'none'}.${[...lost].map((why) => ` ${why}`).join('')}${isFormer ? TAKEN_OVER : ''}`,
  );
}

const TAKEN_OVER =
  ' What was published under a key that was lost can be had with --take-over --root FILE; never when it was stolen.';

/**
 * The highest version that a pack had on a channel, by the newest list that is still there and has it; undefined when none has, or none of
 * the newest `mostLists`. Throws TrustError when the repository cannot be reached, and LostManifestError when that version cannot be read.
 */
export async function lastVersionOf(
  repository: Repository,
  wanted: PackOnChannel,
  takeOver?: 'take-over',
  mostLists?: number,
): Promise<Manifest | undefined> {
  const path = targetPath(wanted);
  let lists = 0;
  for await (const list of signedLists(repository, wanted.library, takeOver, mostLists)) {
    if (mostLists !== undefined && ++lists > mostLists) return undefined;
    const target = list.signed.targets[path];
    // Versions of a channel only rise, so no earlier one was higher.
    if (target !== undefined) return await readManifest(repository.files, path, target);
  }
  return undefined;
}
