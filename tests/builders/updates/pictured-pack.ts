import { encode } from 'fast-png';
import { packOf } from './raw-repository.ts';

/** The picture of the pack below: another one in each version. */
export function pictureOf(version: number): Uint8Array {
  return encode({ width: 2, height: 2, channels: 3, data: new Uint8Array(12).fill(version) });
}

/** The small good pack in this version, with a picture in its article. */
export function picturedPack(version: number): Record<string, string | Uint8Array> {
  const files = packOf(version);
  return { ...files, ...withImage(files, ARTICLE, ARTICLE, 'huis'), 'media/huis.png': pictureOf(version) };
}

/** The pack with more articles, and in each a picture of so many bytes, no two the same and others in each version. */
export function withPictures(
  files: Readonly<Record<string, string>>,
  version: number,
  { count, bytes }: { readonly count: number; readonly bytes: number },
): Record<string, string | Uint8Array> {
  const [like = ARTICLE] = Object.keys(files).flatMap((path) => /^articles\/([^/]+)\//.exec(path)?.[1] ?? []);
  const all = Array.from({ length: count }, (_, index) => `plaat-${index}`);
  return {
    ...files,
    ...Object.assign({}, ...all.map((id) => withImage(files, like, id, id))),
    ...picturesOf(version, count, bytes),
  };
}

/** The pictures of those articles, by their path. */
export function picturesOf(version: number, count: number, bytes: number): Record<string, Uint8Array> {
  // What follows the end of a picture counts for nothing, and makes it as large as is wanted without drawing.
  const start = pictureOf(version);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `media/plaat-${index}.png`,
      Buffer.concat([start], bytes).fill(index + 1, start.length),
    ]),
  );
}

const ARTICLE = 'huur-uitleg';

/** The files of an article, under another id, with a picture in it. */
function withImage(
  files: Readonly<Record<string, string>>,
  like: string,
  id: string,
  image: string,
): Record<string, string> {
  const folder = `articles/${like}/`;
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, text]) => [
        path.replace(folder, `articles/${id}/`),
        path.endsWith('.md')
          ? `alt: Een huis\n${text}`
          : `${text.replace(/^id: .+$/m, `id: ${id}`)}image: ${image}.png\n`,
      ]),
  );
}
