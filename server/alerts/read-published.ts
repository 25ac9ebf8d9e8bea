import { join } from 'node:path';
import { readTargetPath } from '../../core/contract/repository/names.ts';
import type { SeenVersion } from '../../core/domain/alerts/judge-device.ts';
import type { RoleExpiry } from '../../core/domain/alerts/judge-expiry.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { readManifest } from '../../trust/repository/read-manifest.ts';
import { readRepository, readVersion } from '../../trust/repository/read-repository.ts';
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
 * another computer. What the disk does not give up is unread as well: `told` gets its error, and whatever else is wrong is found all the same.
 */
export async function readPublished(
  data: string,
  known: KnownVersions,
  told: (error: Error) => void,
): Promise<Published> {
  const unreadable = (error: unknown): undefined => {
    // What is not signed or not whole is not announced to devices either.
    if (error instanceof TrustError) return;
    if (!isOfDisk(error)) throw error;
    told(error);
  };
  const repository = await readRepository(openFolder(join(data, 'repository'))).catch(unreadable);
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
    const list = await readVersion(files, 'library', library, announced(library), delegator).catch(
      unreadable,
    );
    if (list === undefined) {
      // One that was let in a moment ago has announced nothing yet.
      if (announced(library) > 0) unread.add(library);
      continue;
    }
    expiries.set(library, [...shared, { role: library, expires: list.signed.expires }]);
    for (const [path, target] of Object.entries(list.signed.targets)) {
      const named = readTargetPath(path);
      const digest = target.hashes.sha256;
      const version =
        known.get(digest) ?? (await readManifest(files, path, target).catch(unreadable))?.version;
      if (version === undefined) unread.add(library);
      if (named === undefined || version === undefined) continue;
      known.set(digest, version);
      packs.push({ ...named, version });
    }
  }
  const isAnnounced = timestamp !== undefined && snapshot !== undefined;
  return { packs, expiries, unread: isAnnounced ? unread : 'all' };
}

function isOfDisk(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
