import { z } from 'zod';
import { faultOfPaths } from './file-path.ts';
import { LibraryId, PackId } from './names.ts';
import { PackVersion } from './pack-version.ts';
import { isSha256, Sha256 } from './places.ts';

export const MOST_FILES = 20_000;
/** The largest file of a pack, and all its files together. */
export const MOST_FILE_BYTES = 16_000_000;
export const MOST_PACK_BYTES = 1_000_000_000;
/** A manifest with as many files as may be, with the longest names, once unpacked. */
export const MOST_MANIFEST_BYTES = 8_000_000;
/** The same as it is stored and fetched. */
export const MOST_STORED_MANIFEST_BYTES = 4_000_000;

/** A file of a pack: where it goes, and the content, by which it is found in a repository too. */
export type ManifestFile = {
  readonly path: string;
  /** Bytes. */
  readonly length: number;
  readonly sha256: Sha256;
};

/**
 * The files of a pack. Checked by hand, in one go: with a schema for each of 20,000 files the check took eight times as long as
 * hashing and parsing the same bytes.
 */
const ManifestFiles = z.unknown().transform((files, context): readonly ManifestFile[] => {
  const fault = Array.isArray(files) ? faultOfFiles(files) : 'give a list of files';
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  return files as ManifestFile[];
});

/**
 * What one version of a pack consists of: the only thing that is signed. Which channel it is on says the target path, so what
 * was tested and what becomes stable is the same manifest, byte for byte.
 */
export const Manifest = z.strictObject({
  /** The number of this format; a reader refuses what it does not know. */
  format: z.literal(1),
  library: LibraryId,
  pack: PackId,
  /** The version in pack.yaml. It only rises: a kiosk refuses what is not higher than what it has. */
  version: PackVersion,
  created_at: z.iso.datetime(),
  files: ManifestFiles,
});
export type Manifest = z.infer<typeof Manifest>;

function faultOfFiles(files: readonly unknown[]): string | undefined {
  if (files.length === 0) return 'a pack has at least one file';
  if (files.length > MOST_FILES) return `a pack has at most ${MOST_FILES} files`;
  const paths: string[] = [];
  let bytes = 0;
  for (const file of files) {
    if (!isManifestFile(file))
      return `file ${paths.length + 1}: give path, length (at most ${MOST_FILE_BYTES} bytes) and sha256, and nothing else`;
    bytes += file.length;
    paths.push(file.path);
  }
  return bytes > MOST_PACK_BYTES
    ? `the files have ${bytes} bytes together; at most ${MOST_PACK_BYTES} fit`
    : faultOfPaths(paths);
}

function isManifestFile(value: unknown): value is ManifestFile {
  if (typeof value !== 'object' || value === null || countFields(value) !== 3) return false;
  const { path, length, sha256 } = value as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    typeof sha256 === 'string' &&
    isSha256(sha256) &&
    Number.isInteger(length) &&
    (length as number) >= 0 &&
    (length as number) <= MOST_FILE_BYTES
  );
}

/** Object.keys would make a list of each of 20,000. */
function countFields(value: object): number {
  let fields = 0;
  for (const _ in value) fields++;
  return fields;
}

/** What the signed metadata says about the manifest beside its digest: how long it is once unpacked. */
export const ManifestTarget = z.object({
  length: z.number().int().min(1).max(MOST_STORED_MANIFEST_BYTES),
  hashes: z.strictObject({ sha256: Sha256 }),
  custom: z.strictObject({ unpacked: z.number().int().min(1).max(MOST_MANIFEST_BYTES) }),
});
export type ManifestTarget = z.infer<typeof ManifestTarget>;
