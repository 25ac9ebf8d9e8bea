import { createHash } from 'node:crypto';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import {
  Manifest,
  type ManifestTarget,
  MOST_MANIFEST_BYTES,
  MOST_STORED_MANIFEST_BYTES,
} from '../../core/contract/repository/manifest.ts';
import { readTargetPath } from '../../core/contract/repository/names.ts';
import { manifestPlace } from '../../core/contract/repository/places.ts';
import { TrustError } from '../trust-error.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** A manifest as it is stored, and what the library signs of it. */
export type StoredManifest = { readonly bytes: Buffer; readonly target: ManifestTarget };

/** A manifest is not there, or not what was signed. */
export class LostManifestError extends TrustError {}

/** Packs a manifest the way it is stored. Throws TrustError when it is larger than a kiosk takes. */
export function storeManifest(manifest: Manifest): StoredManifest {
  const plain = Buffer.from(JSON.stringify(manifest));
  // Digests are noise. This strategy does not look for what they have in common: smaller by a fifteenth, and unpacked sooner.
  const bytes = gzipSync(plain, { level: 9, strategy: constants.Z_FILTERED });
  if (plain.length > MOST_MANIFEST_BYTES || bytes.length > MOST_STORED_MANIFEST_BYTES)
    throw new TrustError(`The list of the files of ${manifest.pack} is too large. Split the pack.`);
  const hashes = { sha256: createHash('sha256').update(bytes).digest('hex') };
  return { bytes, target: { length: bytes.length, hashes, custom: { unpacked: plain.length } } };
}

/**
 * Unpacks and checks the stored bytes of the manifest at a target path. It never unpacks more than what was signed.
 * Throws LostManifestError when they are not those that were signed, or say something else than the path.
 */
export function unpackManifest(path: string, target: ManifestTarget, bytes: Buffer): Manifest {
  const refuse = (why: string) => new LostManifestError(`The manifest ${path} is refused: ${why}.`);
  if (bytes.length !== target.length) throw refuse('it has another length than was signed');
  if (createHash('sha256').update(bytes).digest('hex') !== target.hashes.sha256)
    throw refuse('it is not what was signed');
  let json: unknown;
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: target.custom.unpacked });
    if (plain.length !== target.custom.unpacked) throw new Error('shorter than was signed');
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch (error) {
    throw refuse(`it does not unpack (${(error as Error).message})`);
  }
  const read = Manifest.safeParse(json);
  if (!read.success) throw refuse(read.error.issues[0]?.message ?? 'it is no manifest');
  const named = readTargetPath(path);
  if (named?.library !== read.data.library || named.pack !== read.data.pack)
    throw refuse('it is of another pack');
  return read.data;
}

/**
 * Reads the manifest at a target path from a repository. Throws LostManifestError when it is not there or not good, TrustError when the
 * repository cannot be reached.
 */
export async function readManifest(
  files: RepositoryFiles,
  path: string,
  target: ManifestTarget,
): Promise<Manifest> {
  const named = readTargetPath(path);
  const place = named === undefined ? undefined : manifestPlace(named, target.hashes.sha256);
  const bytes = place === undefined ? undefined : await files.read(place, MOST_STORED_MANIFEST_BYTES);
  if (bytes === undefined) throw new LostManifestError(`The manifest ${place ?? path} is not there.`);
  return unpackManifest(path, target, bytes);
}
