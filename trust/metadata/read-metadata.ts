import { z } from 'zod';
import {
  LibraryMetadata,
  type PublicKey,
  RootMetadata,
  TargetsMetadata,
} from '../../core/contract/repository/metadata.ts';
import { Sha256 } from '../../core/contract/repository/places.ts';
import { keyIdOf } from '../keys/public-key.ts';
import { TrustError } from '../trust-error.ts';

const serverSigned = { version: z.number().int().min(1), expires: z.iso.datetime() };
/** With length and digest: what is fetched is bounded before it comes, and a cache cannot mix versions. */
const MetaFile = z.object({
  version: z.number().int().min(1),
  length: z.number().int().min(1),
  hashes: z.strictObject({ sha256: Sha256 }),
});
export type MetaFile = z.infer<typeof MetaFile>;

const SCHEMAS = {
  root: RootMetadata,
  targets: TargetsMetadata,
  library: LibraryMetadata,
  snapshot: z.object({
    _type: z.literal('snapshot'),
    ...serverSigned,
    meta: z.record(z.string().regex(/^[a-z0-9-]+\.json$/), MetaFile),
  }),
  timestamp: z.object({
    _type: z.literal('timestamp'),
    ...serverSigned,
    meta: z.strictObject({ 'snapshot.json': MetaFile }),
  }),
} as const;

/** The five kinds of metadata in a repository; TUF knows a library's as `targets` too. */
export type MetadataRole = keyof typeof SCHEMAS;
export type MetadataOf<R extends MetadataRole> = z.infer<(typeof SCHEMAS)[R]>;

/** No metadata of ours comes near; tuf-js has its own bounds when it fetches. */
export const MOST_METADATA_BYTES = 5_000_000;

/**
 * The signed part of metadata, checked for what this project wants of it. Signatures are not looked at here.
 * Throws TrustError with `name` and the first thing that is wrong: an unknown field of a key, a key under two ids, a threshold that
 * is too low, a name that is not on the allow-list.
 */
export function readMetadata<R extends MetadataRole>(role: R, bytes: Buffer, name: string): MetadataOf<R> {
  const read = SCHEMAS[role].safeParse(signedPart(bytes, name));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new TrustError(`${name} is refused: ${issue?.message} (at ${issue?.path.join('.') || 'the top'}).`);
  }
  for (const [id, key] of Object.entries(keysIn(read.data)))
    if (keyIdOf(key) !== id)
      throw new TrustError(`${name} is refused: the key ${id} is another one than its id says.`);
  return read.data as MetadataOf<R>;
}

function signedPart(bytes: Buffer, name: string): unknown {
  if (bytes.length > MOST_METADATA_BYTES) throw new TrustError(`${name} is too large to be metadata.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return (JSON.parse(text) as { signed?: unknown } | null)?.signed;
  } catch {
    throw new TrustError(`${name} is no metadata: it cannot be read as JSON.`);
  }
}

function keysIn(data: object): Record<string, PublicKey> {
  if ('keys' in data) return data.keys as Record<string, PublicKey>;
  return 'delegations' in data && data.delegations
    ? (data.delegations as { keys: Record<string, PublicKey> }).keys
    : {};
}
