import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { LibraryId } from '../../core/contract/repository/names.ts';
import { readTargetPath } from '../../core/contract/repository/names.ts';
import { blobPlace, manifestPlace, metadataPlace } from '../../core/contract/repository/places.ts';
import { TrustError } from '../trust-error.ts';
import { demandLock } from './lock-folder.ts';
import { openFolder } from './open-folder.ts';
import { LostManifestError, readManifest } from './read-manifest.ts';
import { type Repository, readRepository, type Signed } from './read-repository.ts';
import { signedLists, type Vouched } from './signed-lists.ts';

/** What nobody needs any more: places, and their bytes together. */
export type Garbage = { readonly places: readonly string[]; readonly bytes: number };

/** What came so lately may belong to an upload that is still going on. */
const GRACE_MS = 24 * 3_600_000;

/**
 * Takes away what no kiosk needs: the contents and manifests of all but the last `keep` versions of each pack on each channel, and
 * the lists, snapshots and lists of libraries that are older than the last `keep` and name none of them. Every root stays: a kiosk that was switched off for years walks them all.
 * With `look` nothing is taken away. Throws TrustError, and takes nothing away, when anything that is kept cannot be read.
 */
export async function collectGarbage(
  folder: string,
  { keep, now, look = false }: { readonly keep: number; readonly now: Date; readonly look?: boolean },
): Promise<Garbage> {
  const needed = await placesNeeded(await readRepository(openFolder(folder)), keep);
  const places: string[] = [];
  let bytes = 0;
  for (const room of ['metadata', 'targets', 'blobs']) {
    for (const place of await filesIn(folder, room)) {
      if (needed.has(place) || /^metadata\/(?:timestamp|\d+\.root)\.json$/.test(place)) continue;
      const { size, mtimeMs } = await stat(join(folder, place));
      if (now.getTime() - mtimeMs < GRACE_MS) continue;
      places.push(place);
      bytes += size;
    }
  }
  if (!look)
    for (const place of places) {
      demandLock(folder);
      await rm(join(folder, place));
    }
  return { places, bytes };
}

async function filesIn(folder: string, room: string): Promise<string[]> {
  const entries = await readdir(join(folder, room), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function placesNeeded(repository: Repository, keep: number): Promise<Set<string>> {
  const { snapshot, targets, announced } = repository;
  if (snapshot === undefined)
    throw new TrustError('Nothing is announced, so nobody can say what is needed. Run a refresh first.');
  const needed = new Set([
    ...lastOf('snapshot', snapshot.signed.version, keep),
    ...lastOf('targets', announced('targets'), keep),
    metadataPlace('targets', targets.signed.version),
  ]);
  for (const { name } of targets.signed.delegations.roles) {
    for (const list of await listsOf(repository, name, keep)) {
      needed.add(metadataPlace(name, list.signed.version));
      // A library that lost its key goes on with what it published under that one, and can go back to it.
      needed.add(metadataPlace('targets', list.vouchedBy));
      await addContents(repository, list, needed, list.signed.version < announced(name));
    }
  }
  // A library that left stays in the snapshot under its last number, and a client may ask for it.
  for (const [file, { version }] of Object.entries(snapshot.signed.meta))
    needed.add(metadataPlace(file.slice(0, -'.json'.length), version));
  return needed;
}

function lastOf(role: string, version: number, keep: number): string[] {
  return Array.from({ length: Math.min(keep, version) }, (_, back) => metadataPlace(role, version - back));
}

/**
 * The lists of a library that stay: the last `keep` that are announced, what came since, and the older ones that have one of the
 * last `keep` versions of a pack: a pack that seldom changes can go back too, however often its library publishes others.
 */
async function listsOf(repository: Repository, library: LibraryId, keep: number): Promise<Vouched[]> {
  const last = repository.announced(library);
  const lists: Vouched[] = [];
  const versions = new Map<string, Set<string>>();
  for await (const list of signedLists(repository, library, 'take-over'))
    if (addVersions(list, versions, keep) || list.signed.version > last - keep) lists.push(list);
  return lists;
}

/** Takes in which versions of each pack a list has, at most `keep` of each, and says whether there was one more among them. */
function addVersions(
  { signed }: Signed<'library'>,
  versions: Map<string, Set<string>>,
  keep: number,
): boolean {
  let isNew = false;
  for (const [path, { hashes }] of Object.entries(signed.targets)) {
    const known = versions.get(path) ?? new Set();
    if (known.size >= keep || known.has(hashes.sha256)) continue;
    versions.set(path, known.add(hashes.sha256));
    isNew = true;
  }
  return isNew;
}

async function addContents(
  { files }: Repository,
  { signed }: Signed<'library'>,
  needed: Set<string>,
  isFormer: boolean,
): Promise<void> {
  for (const [path, target] of Object.entries(signed.targets)) {
    const named = readTargetPath(path);
    if (named === undefined) continue;
    const manifest = await readManifest(files, path, target).catch((error: unknown) => {
      // To a version whose manifest is lost nobody can go back; of what is published it is a fault.
      if (isFormer && error instanceof LostManifestError) return undefined;
      throw error;
    });
    if (manifest === undefined) continue;
    needed.add(manifestPlace(named, target.hashes.sha256));
    for (const { sha256 } of manifest.files) needed.add(blobPlace(sha256));
  }
}
