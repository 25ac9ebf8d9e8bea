import { z } from 'zod';
import { type PackOnChannel, targetPath } from './names.ts';

/** SHA-256 in lower-case hexadecimal: one way to write it, so that equal contents have equal names. */
const SHA256 = /^[0-9a-f]{64}$/;
export const Sha256 = z.string().regex(SHA256, 'use 64 lower-case hexadecimal digits');
export type Sha256 = z.infer<typeof Sha256>;

/** 1 at the code of each of its digits. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9a-f]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const digit = (text: string, at: number) => DIGITS[text.charCodeAt(at)] ?? 0;

/** The same, asked of many: four digits in a go, in a list, take half as long as a pattern or comparing each. */
export function isSha256(text: string): boolean {
  if (text.length !== 64) return false;
  let all = 1;
  for (let at = 0; at < 64; at += 4)
    all &= digit(text, at) & digit(text, at + 1) & digit(text, at + 2) & digit(text, at + 3);
  return all === 1;
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
