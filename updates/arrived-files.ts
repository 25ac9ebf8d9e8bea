import type { Manifest } from '../core/contract/repository/manifest.ts';
import type { SourceMedia } from '../core/domain/pack-source.ts';
import type { BlobStore } from '../db/blobs/blob-store.ts';
import { outlineMedia } from '../packs/outline-media.ts';
import { isMediaPath, type PackFiles } from '../packs/pack-files.ts';
import type { LookAtMedia } from '../packs/read-pack-folder.ts';
import type { Taker } from './download.ts';

/** So many bytes of texts are kept in memory; a pack with more has the rest read from the disk. */
const MOST_KEPT = 16_000_000;

/** The files of a version, for the check. `take` is to be shown what comes, `look` looks at pictures from outside. */
export type ArrivedFiles = { readonly take: Taker; readonly files: PackFiles; readonly look: LookAtMedia };

/**
 * The files of a version by its manifest: what came a moment ago was proven then and is not read again, and pictures are looked at
 * when they pass by. All else is read from the contents, and proven when it is read. `mostKept` in bytes.
 */
export function arrivedFiles({ files }: Manifest, blobs: BlobStore, mostKept = MOST_KEPT): ArrivedFiles {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const pathsOf = new Map<string, string[]>();
  for (const { path, sha256 } of files) pathsOf.set(sha256, [...(pathsOf.get(sha256) ?? []), path]);
  const pictures = new Map<string, SourceMedia>();
  const texts = new Map<string, Buffer>();
  let kept = 0;
  const at = (path: string) => {
    const file = byPath.get(path);
    if (file === undefined) throw new Error(`The manifest has no "${path}".`);
    return file;
  };
  return {
    take: ({ sha256 }, bytes) => {
      for (const path of pathsOf.get(sha256) ?? [])
        if (isMediaPath(path)) pictures.set(path, outlineMedia(path, bytes));
        else if (!texts.has(sha256) && kept + bytes.length <= mostKept) {
          texts.set(sha256, bytes);
          kept += bytes.length;
        }
    },
    files: {
      paths: files.map(({ path }) => path),
      sizeOf: (path) => at(path).length,
      read: (path) => texts.get(at(path).sha256) ?? blobs.read(at(path)),
    },
    look: (path, read) => pictures.get(path) ?? outlineMedia(path, read()),
  };
}
