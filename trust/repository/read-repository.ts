import type { LibraryId } from '../../core/contract/repository/names.ts';
import { metadataPlace, TIMESTAMP_PLACE } from '../../core/contract/repository/places.ts';
import {
  type MetadataOf,
  type MetadataRole,
  MOST_METADATA_BYTES,
  readMetadata,
} from '../metadata/read-metadata.ts';
import { isSigned } from '../metadata/sign-metadata.ts';
import { TrustError } from '../trust-error.ts';
import { MOST_VERSIONS_AHEAD, type RepositoryFiles } from './repository-files.ts';

/** Metadata whose signatures hold, with its bytes. */
export type Signed<R extends MetadataRole> = { readonly signed: MetadataOf<R>; readonly bytes: Buffer };

/** What a repository says, as far as it is signed by who must. Expiry is not looked at: each command says what it needs. */
export type Repository = {
  readonly files: RepositoryFiles;
  readonly root: Signed<'root'>;
  /** What the server announces; undefined when it has not announced anything that holds under this root. */
  readonly timestamp: Signed<'timestamp'> | undefined;
  readonly snapshot: Signed<'snapshot'> | undefined;
  /** The newest list of libraries, announced or not. */
  readonly targets: Signed<'targets'>;
  /** The version of a role (`targets`, or a library) that the server announces, 0 when none. */
  readonly announced: (role: string) => number;
};

/**
 * Reads who may sign, from the first root (or one that is given) on, and what the server announces.
 * Throws TrustError when there is no repository, or its root or targets are not signed as they must be.
 */
export async function readRepository(files: RepositoryFiles, trustedRoot?: Buffer): Promise<Repository> {
  const root = await readRoot(files, trustedRoot);
  const timestamp = await readSigned(files, TIMESTAMP_PLACE, 'timestamp', 'timestamp', root);
  const pointer = timestamp?.signed.meta['snapshot.json'];
  const snapshot =
    pointer === undefined
      ? undefined
      : await readSigned(files, metadataPlace('snapshot', pointer.version), 'snapshot', 'snapshot', root);
  const announced = (role: string) => snapshot?.signed.meta[`${role}.json`]?.version ?? 0;
  const targets = await readNewest(files, 'targets', 'targets', announced('targets'), {
    ...root,
    role: 'root',
  });
  if (targets === undefined)
    throw new TrustError(
      `${files.name} has no list of libraries that its root keys signed. Take back a copy of N.targets.json, or sign a new one with "balie keys delegate".`,
    );
  return { files, root, timestamp, snapshot, targets, announced };
}

/** What a library has put there last, announced or not; undefined when nothing is signed by its key. */
export function readLibrary(
  { files, targets, announced }: Repository,
  library: LibraryId,
): Promise<Signed<'library'> | undefined> {
  return readNewest(files, 'library', library, announced(library), { ...targets, role: 'targets' });
}

/** Each root is signed by the keys of the one before it and by its own (TUF specification 5.3). */
async function readRoot(files: RepositoryFiles, trusted: Buffer | undefined): Promise<Signed<'root'>> {
  const first = trusted ?? (await files.read(metadataPlace('root', 1), MOST_METADATA_BYTES));
  if (first === undefined)
    throw new TrustError(
      `There is no repository at "${files.name}": it has no ${metadataPlace('root', 1)}. "balie keys ceremony" makes one.`,
    );
  let root: Signed<'root'> = { bytes: first, signed: readMetadata('root', first, 'The first root') };
  if (!isSigned(first, 'root', { bytes: first, role: 'root' }))
    throw new TrustError(
      'The first root is not signed by two of its own keys. Take it from its first place.',
    );
  for (;;) {
    const version = root.signed.version + 1;
    const place = metadataPlace('root', version);
    const bytes = await files.read(place, MOST_METADATA_BYTES);
    if (bytes === undefined) return root;
    const next = { bytes, signed: readMetadata('root', bytes, place) };
    const good = [root.bytes, bytes].every((by) => isSigned(bytes, 'root', { bytes: by, role: 'root' }));
    if (!good || next.signed.version !== version)
      throw new TrustError(`${place} is not signed by two keys of the root before it and two of its own.`);
    root = next;
  }
}

async function readNewest<R extends 'targets' | 'library'>(
  files: RepositoryFiles,
  role: R,
  name: string,
  announced: number,
  delegator: { readonly bytes: Buffer; readonly role: 'root' | 'targets' },
): Promise<Signed<R> | undefined> {
  for (const version of await files.versions(name, announced)) {
    // What is announced was looked at; what anybody else put there with a number far away is passed by.
    if (announced > 0 && version > announced + MOST_VERSIONS_AHEAD) continue;
    const found = await readVersion(files, role, name, version, delegator);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** This version of the metadata of a role; undefined when it is not there, not as it must be, or not signed. */
export async function readVersion<R extends 'targets' | 'library' | 'snapshot'>(
  files: RepositoryFiles,
  role: R,
  name: string,
  version: number,
  delegator: { readonly bytes: Buffer; readonly role: 'root' | 'targets' },
): Promise<Signed<R> | undefined> {
  const found = await readBy(files, metadataPlace(name, version), role, name, delegator);
  return found?.signed.version === version ? found : undefined;
}

function readSigned<R extends MetadataRole>(
  files: RepositoryFiles,
  place: string,
  role: R,
  name: string,
  root: Signed<'root'>,
): Promise<Signed<R> | undefined> {
  return readBy(files, place, role, name, { bytes: root.bytes, role: 'root' });
}

async function readBy<R extends MetadataRole>(
  files: RepositoryFiles,
  place: string,
  role: R,
  name: string,
  delegator: { readonly bytes: Buffer; readonly role: 'root' | 'targets' },
): Promise<Signed<R> | undefined> {
  const bytes = await files.read(place, MOST_METADATA_BYTES);
  if (bytes === undefined || !isSigned(bytes, name, delegator)) return undefined;
  try {
    return { bytes, signed: readMetadata(role, bytes, place) };
  } catch (error) {
    if (error instanceof TrustError) return undefined;
    throw error;
  }
}
