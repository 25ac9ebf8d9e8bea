import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';
import type { ManifestFile } from '../../core/contract/repository/manifest.ts';
import { largePackFiles } from '../../tests/builders/pack-files.ts';
import { chanceFrom } from '../search/chance.ts';

/** The files of a pack by path, sorted. */
export type PackContents = ReadonlyMap<string, Buffer>;

/** Files of a pack that belong to no article. */
const SHARED = 9;
/** An article is its data, its text and its picture. */
const PER_ARTICLE = 3;

/**
 * A pack that passes the check, with about so many files and bytes: most of the bytes are in pictures, as in a real one. They are
 * noise, which no way of packing makes smaller. In a later version ten files differ from those of the first, and with another `seed`
 * all pictures do.
 */
export function madeUpPack(files: number, bytes: number, version: number, seed = 0): PackContents {
  const articles = Math.round((files - SHARED) / PER_ARTICLE);
  const texts = largePackFiles(1, articles);
  const contents = new Map<string, Buffer>();
  const changed = (index: number) => version > 1 && index < CHANGED_PICTURES;
  for (const [path, text] of Object.entries(texts)) {
    const index = Number(/^articles\/huur-uitleg-(\d+)\//.exec(path)?.[1] ?? -1);
    const isText = path.endsWith('.md') && index >= 0;
    const isNew = version > 1 && isText && index < CHANGED_TEXTS;
    // No two texts are one content.
    const own = isText ? `\nDit gaat over plaat ${letters(index)}${isNew ? ' en is nieuw' : ''}.\n` : '';
    contents.set(path, Buffer.from(withPicture(path, text, index, version) + own));
  }
  const side = Math.round(Math.sqrt(bytes / articles / CHANNELS));
  for (let index = 0; index < articles; index++)
    contents.set(
      `media/plaat-${index}.png`,
      noise(side, index + seed * 1_000_000 + (changed(index) ? version * 10_000 : 0)),
    );
  return new Map([...contents].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Ten files differ: pack.yaml, pictures and texts. */
const CHANGED_PICTURES = 6;
const CHANGED_TEXTS = 3;
const CHANNELS = 3;

/** A number in letters: figures in a text are amounts. */
function letters(index: number): string {
  return [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

function withPicture(path: string, text: string, index: number, version: number): string {
  if (path === 'pack.yaml') return text.replace(/^version: .*$/m, `version: ${version}`);
  if (index < 0) return text;
  return path.endsWith('.md') ? `alt: Een plaat\n${text}` : `${text}image: plaat-${index}.png\n`;
}

function noise(side: number, seed: number): Buffer {
  const { below } = chanceFrom(seed);
  const data = Uint8Array.from({ length: side * side * CHANNELS }, () => below(256));
  return Buffer.from(encode({ width: side, height: side, data, channels: CHANNELS }));
}

/** The files as a manifest lists them. */
export function listed(contents: PackContents): ManifestFile[] {
  return [...contents].map(([path, bytes]) => ({
    path,
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
}

/** Writes the files into a folder, as an author has them. */
export function writeContents(folder: string, contents: PackContents): void {
  for (const [path, bytes] of contents) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
