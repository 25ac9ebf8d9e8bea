/**
 * The files of a repository, wherever they lie. Places are relative, from `core/contract/repository/places.ts` only, so none
 * leads out of it. All functions throw TrustError when the place cannot be reached.
 */
export type RepositoryFiles = {
  /** As the user named it. */
  readonly name: string;
  /** The bytes of a file, undefined when it is not there. Throws when it has more than `most` bytes. */
  readonly read: (place: string, most: number) => Promise<Buffer | undefined>;
  /** Is the content with this digest there, by what costs little? A folder is read and hashed; of a server the length is asked. */
  readonly hasBlob: (digest: string, length: number) => Promise<boolean>;
  /** Is it there, byte for byte? It is read and hashed wherever it lies, and no further than its length. */
  readonly isWhole: (digest: string, length: number) => Promise<boolean>;
  /** Writes a file; whoever reads sees it whole or not at all. It may be written over only where `over` says so. */
  readonly write: (place: string, bytes: Buffer, over?: 'over') => Promise<void>;
  /** The versions in which metadata of this role is there, highest first. Of a server those that follow `known` are tried. */
  readonly versions: (role: string, known: number) => Promise<number[]>;
};

/** How far beyond the known version anybody looks: a stolen key cannot use up the numbers in one go. */
export const MOST_VERSIONS_AHEAD = 1_000;

/**
 * The next number for metadata of a role: the first one above `known` that is not among those that are `taken`. `known` is the highest that
 * is announced, or there and rightly signed. Somebody else may have put something under a number; that is never written over, and what lies
 * far away counts for nothing.
 */
export function nextVersion(taken: readonly number[], known: number): number {
  let next = known + 1;
  while (taken.includes(next)) next++;
  return next;
}
