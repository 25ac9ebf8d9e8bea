import { type Metadata, MetadataKind, Metadata as TufMetadata } from '@tufjs/models';
import type { SigningKey } from '../keys/open-key.ts';
import { type MetadataOf, type MetadataRole, readMetadata } from './read-metadata.ts';

type AnyMetadata = Parameters<Metadata<never>['verifyDelegate']>[1];

/**
 * Signs metadata with these keys; the bytes are what a repository holds. TUF wants `spec_version` in all of them.
 * Throws TrustError when it would be refused by whoever reads it.
 */
export function signMetadata<R extends MetadataRole>(
  role: R,
  signed: Omit<MetadataOf<R>, '_type' | 'spec_version'>,
  keys: readonly SigningKey[],
): Buffer {
  const whole = { _type: role === 'library' ? 'targets' : role, spec_version: '1.0.31', ...signed };
  const metadata = parseTuf(role, { signed: whole, signatures: [] });
  for (const key of keys) metadata.sign((bytes) => signature(key.id, key.sign(bytes)));
  const bytes = Buffer.from(`${JSON.stringify(metadata.toJSON(), null, 1)}\n`);
  readMetadata(role, bytes, `The new ${role} metadata`);
  return bytes;
}

function signature(keyID: string, sig: string) {
  return { keyID, sig, toJSON: () => ({ keyid: keyID, sig }) };
}

/** Did enough of the keys that `delegator` names for `role` (a TUF role, or a library) sign these bytes? */
export function isSigned(
  bytes: Buffer,
  role: string,
  delegator: { readonly bytes: Buffer; readonly role: 'root' | 'targets' },
): boolean {
  try {
    const kind = ['root', 'targets', 'snapshot', 'timestamp'].includes(role)
      ? (role as MetadataRole)
      : 'library';
    parseTuf(delegator.role, JSON.parse(delegator.bytes.toString('utf8'))).verifyDelegate(
      role,
      parseTuf(kind, JSON.parse(bytes.toString('utf8'))),
    );
    return true;
  } catch {
    return false;
  }
}

function parseTuf(role: MetadataRole, json: object): AnyMetadata & Metadata<never> {
  const kind = {
    root: MetadataKind.Root,
    targets: MetadataKind.Targets,
    library: MetadataKind.Targets,
    snapshot: MetadataKind.Snapshot,
    timestamp: MetadataKind.Timestamp,
  }[role];
  return TufMetadata.fromJSON(kind as MetadataKind.Root, json as never) as never;
}
