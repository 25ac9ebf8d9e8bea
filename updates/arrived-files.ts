import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../core/contract/repository/manifest.ts';
import type { SourceMedia } from '../core/domain/pack-source.ts';
import type { BlobStore, Content } from '../db/blobs/blob-store.ts';
import { outlineMedia } from '../packs/outline-media.ts';
import { isMediaPath, type PackFiles } from '../packs/pack-files.ts';
import type { LookAtMedia } from '../packs/read-pack-folder.ts';
import type { Taker } from './download.ts';

/** So many bytes of texts are kept in memory; a pack with more has the rest read from the disk. */
const MOST_KEPT = 16_000_000;

/** What is needed of a content that came: its bytes when it is a text, and what its pictures look like, by each of their names. */
export type Seen = { readonly text?: Buffer | undefined; readonly pictures: readonly SourceMedia[] };

/**
 * The files of a version, for the check. `take` is to be shown what comes, or `see` what was seen of it by a thread; `uses` says for
 * what a content is there. `look` looks at pictures from outside.
 */
export type ArrivedFiles = {
  readonly take: Taker;
  readonly see: (content: Content, seen: Seen) => void;
  readonly uses: (content: Content) => { readonly isText: boolean; readonly pictures: readonly string[] };
  readonly files: PackFiles;
  readonly look: LookAtMedia;
  /** Does every picture look as `expectedMedia` says? Asked when all is there. */
  readonly areExpected: () => boolean;
};

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
  const uses: ArrivedFiles['uses'] = ({ sha256 }) => {
    const paths = pathsOf.get(sha256) ?? [];
    const media = paths.filter(isMediaPath);
    return { isText: media.length < paths.length, pictures: media };
  };
  const see: ArrivedFiles['see'] = ({ sha256 }, { text, pictures: seen }) => {
    for (const picture of seen) pictures.set(picture.path, picture);
    if (text === undefined || texts.has(sha256) || kept + text.length > mostKept) return;
    texts.set(sha256, text);
    kept += text.length;
  };
  const arrived: PackFiles = {
    paths: files.map(({ path }) => path),
    sizeOf: (path) => at(path).length,
    read: (path) => texts.get(at(path).sha256) ?? blobs.read(at(path)),
  };
  const look: LookAtMedia = (path, read) => pictures.get(path) ?? outlineMedia(path, read());
  return {
    uses,
    see,
    take: (content, bytes) => {
      const { isText, pictures: paths } = uses(content);
      const seen = paths.map((path) => outlineMedia(path, bytes));
      see(content, { text: isText ? bytes : undefined, pictures: seen });
    },
    files: arrived,
    look,
    areExpected: () => {
      const expected = expectedMedia(arrived);
      const read = (path: string) => () => arrived.read(path);
      return arrived.paths
        .filter(isMediaPath)
        .every((path) => isDeepStrictEqual(look(path, read(path)), expected(path, read(path))));
    },
  };
}

/** What pictures look like that are what their names say: to judge the texts before these have come. */
export function expectedMedia({ sizeOf }: Pick<PackFiles, 'sizeOf'>): LookAtMedia {
  return (path) => ({
    ...{ path, bytes: sizeOf(path) },
    type: path.endsWith('.png') ? 'image/png' : 'image/jpeg',
  });
}
