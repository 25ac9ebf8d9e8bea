import type { Manifest, ManifestFile } from './manifest.ts';

/** What differs between two versions of a pack: paths, in order of name. */
export type ManifestChange = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Contents that the version before does not have, each once: what must be fetched or uploaded. */
  readonly contents: readonly ManifestFile[];
  /** How many bytes these have together. */
  readonly bytes: number;
};

/** What changes from one version of a pack to another; without one before, everything is added. */
export function changeBetween(before: Manifest | undefined, after: Manifest): ManifestChange {
  const old = new Map(before?.files.map(({ path, sha256 }) => [path, sha256]));
  const known = new Set(old.values());
  const contents = new Map(
    after.files.filter(({ sha256 }) => !known.has(sha256)).map((file) => [file.sha256, file]),
  );
  const now = new Set(after.files.map(({ path }) => path));
  return {
    added: after.files.flatMap(({ path }) => (old.has(path) ? [] : [path])),
    changed: after.files.flatMap(({ path, sha256 }) =>
      old.has(path) && old.get(path) !== sha256 ? [path] : [],
    ),
    removed: [...old.keys()].filter((path) => !now.has(path)),
    contents: [...contents.values()],
    bytes: [...contents.values()].reduce((sum, { length }) => sum + length, 0),
  };
}
