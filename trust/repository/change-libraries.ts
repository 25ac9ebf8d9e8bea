import type { PublicKey } from '../../core/contract/repository/metadata.ts';
import type { LibraryId } from '../../core/contract/repository/names.ts';
import { metadataPlace } from '../../core/contract/repository/places.ts';
import type { SigningKey } from '../keys/open-key.ts';
import { keyIdOf } from '../keys/public-key.ts';
import { expiryOf } from '../metadata/lifetimes.ts';
import type { MetadataOf } from '../metadata/read-metadata.ts';
import { isSigned, signMetadata } from '../metadata/sign-metadata.ts';
import { TrustError } from '../trust-error.ts';
import type { Repository } from './read-repository.ts';
import { nextVersion } from './repository-files.ts';

type Delegations = MetadataOf<'targets'>['delegations'];

/** The delegations with one library more, or with another key for it: the key it had signs nothing any more. */
export function letIn(before: Delegations, library: LibraryId, key: PublicKey): Delegations {
  const id = keyIdOf(key);
  const role = {
    name: library,
    keyids: [id],
    threshold: 1,
    terminating: true as const,
    paths: [`${library}/*`],
  };
  const { keys, roles } = leaveOut(before, library);
  return { keys: { ...keys, [id]: key }, roles: [...roles, role] };
}

/** The delegations without a library. */
export function leaveOut({ keys, roles }: Delegations, library: LibraryId): Delegations {
  const gone = roles.flatMap(({ name, keyids }) => (name === library ? keyids : []));
  return {
    keys: Object.fromEntries(Object.entries(keys).filter(([id]) => !gone.includes(id))),
    roles: roles.filter(({ name }) => name !== library),
  };
}

/** Writes a new list of libraries, signed with at least two root keys. Returns its number. Throws TrustError otherwise. */
export async function signTargets(
  { files, root, targets }: Repository,
  delegations: Delegations,
  keys: readonly SigningKey[],
  now: Date,
): Promise<number> {
  const known = targets.signed.version;
  const version = nextVersion(await files.versions('targets', known), known);
  const bytes = signMetadata(
    'targets',
    { version, expires: expiryOf('targets', now), targets: {}, delegations },
    keys,
  );
  if (!isSigned(bytes, 'targets', { bytes: root.bytes, role: 'root' }))
    throw new TrustError('Two root keys that hold are needed for this. Give --key twice, with two of them.');
  await files.write(metadataPlace('targets', version), bytes);
  return version;
}
