import { join } from 'node:path';
import { readTargetPath } from '../../core/contract/repository/names.ts';
import type { SeenVersion } from '../../core/domain/alerts/judge-device.ts';
import type { RoleExpiry } from '../../core/domain/alerts/judge-expiry.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { readManifest } from '../../trust/repository/read-manifest.ts';
import { type Repository, readRepository, readVersion } from '../../trust/repository/read-repository.ts';
import { TrustError } from '../../trust/trust-error.ts';

/** What the repository of a server announces: the newest versions, and when the signatures run out of each that publishes. */
export type Published = {
  readonly packs: readonly Omit<SeenVersion, 'since'>[];
  /** By the id of the publisher. */
  readonly expiries: ReadonlyMap<string, readonly RoleExpiry[]>;
  /** The publishers of which something could not be read, or `all`: what is not in here of those may be there all the same. */
  readonly unread: 'all' | ReadonlySet<string>;
};

/** Versions by the digest of their manifest: a repository is read every few minutes, and what it has hardly ever changes. */
export type KnownVersions = Map<string, number>;

/**
 * Reads it from the data folder of a server. One without a repository cannot tell what is published: another instance may have it, or
 * another computer. Throws the error of the disk.
 */
export async function readPublished(data: string, known: KnownVersions): Promise<Published> {
  const repository = await readRepository(openFolder(join(data, 'repository'))).catch(noRepository);
  const packs: Omit<SeenVersion, 'since'>[] = [];
  const expiries = new Map<string, RoleExpiry[]>();
  if (repository === undefined) return { packs, expiries, unread: 'all' };
  const { root, timestamp, snapshot, targets, announced, files } = repository;
  const shared = Object.entries({ root, timestamp, snapshot, targets }).flatMap(([role, found]) =>
    found === undefined ? [] : [{ role, expires: found.signed.expires }],
  );
  const unread = new Set<string>();
  for (const { name: library } of targets.signed.delegations.roles) {
    const delegator = { ...targets, role: 'targets' } as const;
    const list = await readVersion(files, 'library', library, announced(library), delegator);
    if (list === undefined) {
      // One that was let in a moment ago has announced nothing yet.
      if (announced(library) > 0) unread.add(library);
      continue;
    }
    expiries.set(library, [...shared, { role: library, expires: list.signed.expires }]);
    for (const [path, target] of Object.entries(list.signed.targets)) {
      const named = readTargetPath(path);
      const digest = target.hashes.sha256;
      const version = known.get(digest) ?? (await versionIn(repository, path, target));
      if (version === undefined) unread.add(library);
      if (named === undefined || version === undefined) continue;
      known.set(digest, version);
      packs.push({ ...named, version });
    }
  }
  const isAnnounced = timestamp !== undefined && snapshot !== undefined;
  return { packs, expiries, unread: isAnnounced ? unread : 'all' };
}

async function versionIn(
  { files }: Repository,
  path: string,
  target: Parameters<typeof readManifest>[2],
): Promise<number | undefined> {
  return (await readManifest(files, path, target).catch(noRepository))?.version;
}

/** What is not signed or not whole is not announced to devices either. */
function noRepository(error: unknown): undefined {
  if (error instanceof TrustError) return undefined;
  throw error;
}
