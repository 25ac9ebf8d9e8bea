import type { ManifestTarget } from '../../core/contract/repository/manifest.ts';
import type { LibraryId } from '../../core/contract/repository/names.ts';
import { metadataPlace } from '../../core/contract/repository/places.ts';
import type { SigningKey } from '../keys/open-key.ts';
import { expiryOf } from '../metadata/lifetimes.ts';
import { signMetadata } from '../metadata/sign-metadata.ts';
import { TrustError } from '../trust-error.ts';
import { type Repository, readLibrary } from './read-repository.ts';
import { nextVersion } from './repository-files.ts';

/** The manifests of what a library publishes, by target path. */
export type Targets = Readonly<Record<string, ManifestTarget>>;

/** What a library publishes now, and by which number of its list; version 0 when it has not published yet. */
export type Published = { readonly version: number; readonly targets: Targets };

/** What this key's library publishes now. Throws TrustError when the repository does not know the key. */
export async function readPublished(repository: Repository, key: SigningKey): Promise<Published> {
  const library = libraryOf(repository, key);
  const found = await readLibrary(repository, library);
  // A key that took the place of another one goes on from the number that was announced.
  return found?.signed ?? { version: repository.announced(library), targets: {} };
}

/**
 * Writes a new list of what a library publishes, under the next free number. It is announced at the server's next refresh. `change` makes
 * the new list of the present one, which is read here: somebody else may have published since a command began.
 * Returns the number. Throws TrustError when somebody publishes at this very moment, and what `change` throws.
 */
export async function signLibrary(
  repository: Repository,
  key: SigningKey,
  change: (present: Targets) => Targets,
  now: Date,
): Promise<number> {
  const library = libraryOf(repository, key);
  const { files, announced } = repository;
  // Asked before the list is read: what comes after this is in the list that is read, or stands in the way of what is written.
  const taken = await files.versions(library, announced(library));
  const published = await readPublished(repository, key);
  const version = nextVersion(taken, Math.max(announced(library), published.version));
  const targets = change(published.targets);
  const bytes = signMetadata('library', { version, expires: expiryOf('library', now), targets }, [key]);
  await files.write(metadataPlace(library, version), bytes);
  return version;
}

/**
 * The library that this key signs for. Throws TrustError when it is no publisher's key, or not known here, and when another key may sign for
 * the library too: what that one signed would be signed again by this one, and whoever holds a server could bring it in.
 */
export function libraryOf({ targets, files }: Repository, key: SigningKey): LibraryId {
  const { library, id } = key;
  if (key.for !== 'publisher' || library === undefined)
    throw new TrustError(`This is a ${key.for} key. Give the publisher's key of the library.`);
  const role = targets.signed.delegations.roles.find(({ name }) => name === library);
  if (role?.keyids.includes(id)) {
    if (role.keyids.every((each) => each === id)) return library;
    throw new TrustError(
      `${files.name} lets other keys sign for ${library} beside this one. Nothing is signed there: ask those who hold the root keys whether this is the right repository.`,
    );
  }
  throw new TrustError(
    `${files.name} does not know this key of ${library}. Those who hold the root keys let it in with "balie keys delegate".`,
  );
}
