import { z } from 'zod';
import { type PackOnChannel, targetPath } from './names.ts';

/** SHA-256 in lower-case hexadecimal: one way to write it, so that equal contents have equal names. */
const SHA256 = /^[0-9a-f]{64}$/;
export const Sha256 = z.string().regex(SHA256, 'use 64 lower-case hexadecimal digits');
export type Sha256 = z.infer<typeof Sha256>;

/** The same, asked of many: the pattern takes five times as long. */
export function isSha256(text: string): boolean {
  if (text.length !== 64) return false;
  for (let at = 0; at < 64; at++) {
    const sign = text.charCodeAt(at);
    const isDigit = sign >= 0x30 && sign <= 0x39;
    if (!isDigit && (sign < 0x61 || sign > 0x66)) return false;
  }
  return true;
}

/** The only file of a repository that is written over, so the only one that must never be kept by a cache. */
export const TIMESTAMP_PLACE = 'metadata/timestamp.json';

/** Where the metadata of a role lies: `root`, `snapshot`, `targets`, or a library. Relative to the repository. */
export function metadataPlace(role: string, version: number): string {
  return `metadata/${version}.${role}.json`;
}

/** The role and version of a file in `metadata/` by its name; undefined for `timestamp.json` and for what is not ours. */
export function readMetadataName(name: string): { role: string; version: number } | undefined {
  const found = /^(?<version>[1-9][0-9]{0,8})\.(?<role>[a-z0-9-]{1,40})\.json$/.exec(name)?.groups;
  return found === undefined ? undefined : { role: String(found['role']), version: Number(found['version']) };
}

/**
 * Where the manifest of a pack on a channel lies. The digest is that of the stored (compressed) bytes and stands before the
 * file's name, as TUF wants it for consistent snapshots.
 */
export function manifestPlace(of: PackOnChannel, digest: Sha256): string {
  return `targets/${targetPath(of).replace('/', `/${digest}.`)}`;
}

/** Where the content with this digest lies. Stored as it is, never compressed: what is fetched is what is used. */
export function blobPlace(digest: Sha256): string {
  return `blobs/sha256/${digest.slice(0, 2)}/${digest}`;
}
