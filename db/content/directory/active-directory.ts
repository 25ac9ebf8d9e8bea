import type { ReadDb } from '../../open.ts';
import { prepared } from '../../prepared.ts';

/** Goes up when the same services would be chosen by other hours or facets. */
export const CHOICES_VERSION = 6;

/** The import that visitors see. `choicesVersion`: by which version of the app it was worked out by what services are chosen. */
export type ActiveDirectory = {
  readonly generation: number;
  readonly origin: 'factory' | 'import';
  readonly digest: string;
  readonly choicesVersion: number;
};

/** The directory that is shown; undefined when there is none yet. */
export function activeDirectory(db: ReadDb): ActiveDirectory | undefined {
  const row = prepared<[], Omit<ActiveDirectory, 'choicesVersion'>>(
    db,
    'SELECT generation, origin, digest FROM active_directory JOIN directories USING (generation)',
  ).get();
  if (row === undefined) return undefined;
  const [, version, digest = row.digest] = VERSIONED.exec(row.digest) ?? [];
  return { ...row, digest, choicesVersion: Number(version ?? 0) };
}

/** The version stands before the digest, in its column: a directory of an earlier app has none there. */
const VERSIONED = /^choices-(\d+) (.*)$/;

/** How the digest of a directory is written whose choices this version works out. */
export function withVersion(digest: string): string {
  return `choices-${CHOICES_VERSION} ${digest}`;
}
