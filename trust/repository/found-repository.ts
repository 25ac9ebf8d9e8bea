import type { LibraryId } from '../../core/contract/repository/names.ts';
import { metadataPlace } from '../../core/contract/repository/places.ts';
import type { SigningKey } from '../keys/open-key.ts';
import { expiryOf } from '../metadata/lifetimes.ts';
import { signMetadata } from '../metadata/sign-metadata.ts';
import { letIn } from './change-libraries.ts';
import { firstRoot } from './change-root.ts';
import { refresh, type ServerKeys } from './refresh.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** All keys of a new repository. */
export type FoundingKeys = {
  readonly holders: readonly SigningKey[];
  readonly publisher: SigningKey & { readonly library: LibraryId };
  readonly server: ServerKeys;
};

/** Writes a repository with one library that has published nothing yet. Returns its first root, which kiosks are built with. */
export async function foundRepository(
  files: RepositoryFiles,
  { holders, publisher, server }: FoundingKeys,
  now: Date,
): Promise<Buffer> {
  const { library } = publisher;
  const root = signMetadata(
    'root',
    firstRoot(
      holders.map(({ key }) => key),
      { snapshot: server.snapshot.key, timestamp: server.timestamp.key },
      now,
    ),
    holders,
  );
  const delegations = letIn({ keys: {}, roles: [] }, library, publisher.key);
  const targets = { version: 1, expires: expiryOf('targets', now), targets: {}, delegations };
  const first = { version: 1, expires: expiryOf('library', now), targets: {} };
  await files.write(metadataPlace('root', 1), root);
  await files.write(metadataPlace('targets', 1), signMetadata('targets', targets, holders));
  await files.write(metadataPlace(library, 1), signMetadata('library', first, [publisher]));
  await refresh(files, server, now);
  return root;
}
