import type { PublicKey } from '../../core/contract/repository/metadata.ts';
import { metadataPlace } from '../../core/contract/repository/places.ts';
import type { KeyPurpose } from '../keys/key-file.ts';
import type { SigningKey } from '../keys/open-key.ts';
import { keyIdOf } from '../keys/public-key.ts';
import { expiryOf } from '../metadata/lifetimes.ts';
import { type MetadataOf, readMetadata } from '../metadata/read-metadata.ts';
import { isSigned, signMetadata } from '../metadata/sign-metadata.ts';
import { TrustError } from '../trust-error.ts';
import { signTargets } from './change-libraries.ts';
import type { Repository } from './read-repository.ts';

type Root = Omit<MetadataOf<'root'>, '_type' | 'spec_version'>;

/** A key that goes, by its id, and the one that comes in its place. */
export type Exchange = {
  readonly for: Exclude<KeyPurpose, 'publisher'>;
  readonly out: string;
  readonly in: PublicKey;
};

/** The first root: three holders, two of whom sign; the server's two keys. */
export function firstRoot(
  holders: readonly PublicKey[],
  server: { readonly snapshot: PublicKey; readonly timestamp: PublicKey },
  now: Date,
): Root {
  const all = [...holders, server.snapshot, server.timestamp];
  const byHolders = { keyids: holders.map(keyIdOf), threshold: 2 };
  return {
    version: 1,
    expires: expiryOf('root', now),
    consistent_snapshot: true,
    keys: Object.fromEntries(all.map((key) => [keyIdOf(key), key])),
    roles: {
      root: byHolders,
      targets: byHolders,
      snapshot: { keyids: [keyIdOf(server.snapshot)], threshold: 1 },
      timestamp: { keyids: [keyIdOf(server.timestamp)], threshold: 1 },
    },
  };
}

/**
 * Writes the next root, with keys exchanged or as it is for another two years, and the list of libraries, signed by those who
 * hold from now on. `keys`: two that hold by the root before, and two by the new one; the same two, when those stay.
 * Returns the number of the new root. Throws TrustError, and nothing is written, when too few keys are there, and when one key of the
 * server goes without the other.
 */
export async function signRoot(
  repository: Repository,
  exchanges: readonly Exchange[],
  keys: readonly SigningKey[],
  now: Date,
): Promise<number> {
  const { files, root, targets } = repository;
  refuseHalfAServer(exchanges);
  const version = root.signed.version + 1;
  const next = { ...exchanges.reduce(exchange, root.signed), version, expires: expiryOf('root', now) };
  const bytes = signMetadata('root', next, keys);
  const byBoth = [root.bytes, bytes].every((by) => isSigned(bytes, 'root', { bytes: by, role: 'root' }));
  if (!byBoth)
    throw new TrustError(
      'Two root keys of before and two of the new root are needed for this. Give --key for each of them.',
    );
  // Who held a key before signed the list of libraries, so it is signed anew; first, because it holds under both roots.
  const after = { ...repository, root: { bytes, signed: readMetadata('root', bytes, 'The new root') } };
  await signTargets(after, targets.signed.delegations, keys, now);
  await files.write(metadataPlace('root', version), bytes);
  return version;
}

/**
 * With one of its two keys the server cannot go on from what it announced, and kiosks take no list that is shorter, or has a lower number,
 * than the one they know. With both new, they begin anew with what it announces.
 */
function refuseHalfAServer(exchanges: readonly Exchange[]): void {
  const roles = new Set(exchanges.map(({ for: purpose }) => purpose));
  if (roles.has('snapshot') === roles.has('timestamp')) return;
  const [gone, missing] = roles.has('snapshot') ? ['snapshot', 'timestamp'] : ['timestamp', 'snapshot'];
  throw new TrustError(
    `The server's two keys are exchanged in one go: with the ${gone} key alone, kiosks would refuse what it announces. Make a new ${missing} key too (balie keys new) and give both pairs of --out and --in. Nothing was written.`,
  );
}

function exchange(root: Root, { for: purpose, out, in: key }: Exchange): Root {
  const id = keyIdOf(key);
  const held = root.roles[purpose].keyids;
  if (!held.includes(out))
    throw new TrustError(
      `The root names no ${purpose} key ${out}. It names ${held.map((each) => each.slice(0, 8)).join(', ')}.`,
    );
  if (Object.hasOwn(root.keys, id))
    throw new TrustError(`The key ${id.slice(0, 8)} is in the root already. Make a new one.`);
  const swap = ({ keyids, threshold }: { keyids: string[]; threshold: number }) => ({
    keyids: keyids.map((each) => (each === out ? id : each)),
    threshold,
  });
  const { [out]: _, ...keys } = root.keys;
  const { roles } = root;
  return {
    ...root,
    keys: { ...keys, [id]: key },
    roles:
      purpose === 'root'
        ? { ...roles, root: swap(roles.root), targets: swap(roles.targets) }
        : { ...roles, [purpose]: swap(roles[purpose]) },
  };
}
