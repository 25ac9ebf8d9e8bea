import { encode } from 'fast-png';
import { packOf } from './raw-repository.ts';

/** The picture of the pack below: another one in each version. */
export function pictureOf(version: number): Uint8Array {
  return encode({ width: 2, height: 2, channels: 3, data: new Uint8Array(12).fill(version) });
}

/** The small good pack in this version, with a picture in its article. */
export function picturedPack(version: number): Record<string, string | Uint8Array> {
  const files = packOf(version);
  const article = 'articles/huur-uitleg';
  return {
    ...files,
    [`${article}/article.yaml`]: `${files[`${article}/article.yaml`]}image: huis.png\n`,
    [`${article}/nl.md`]: `alt: Een huis\n${files[`${article}/nl.md`]}`,
    'media/huis.png': pictureOf(version),
  };
}
