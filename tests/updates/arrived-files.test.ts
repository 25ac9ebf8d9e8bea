import { rmSync, writeFileSync } from 'node:fs';
import { encode as encodePng } from 'fast-png';
import { expect, test } from 'vitest';
import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { type Content, openBlobStore } from '../../db/blobs/blob-store.ts';
import { arrivedFiles } from '../../updates/arrived-files.ts';
import { aDataFolder } from '../builders/a-store.ts';

const TEXT = Buffer.from('een tekst');
const OTHER = Buffer.from('nog een tekst');

function aVersion(mostKept?: number) {
  const blobs = openBlobStore(aDataFolder());
  const picture = Buffer.from(encodePng({ width: 2, height: 2, data: new Uint8Array(16), channels: 4 }));
  const [text, other, media] = [TEXT, OTHER, picture].map((bytes) => blobs.put(bytes)) as [
    Content,
    Content,
    Content,
  ];
  const files = [
    { path: 'a.md', ...text },
    { path: 'b.md', ...other },
    { path: 'media/huis.gif', ...media },
    { path: 'media/huis.png', ...media },
  ];
  const arrived = arrivedFiles({ files } as unknown as Manifest, blobs, mostKept);
  return { blobs, picture, text, other, media, ...arrived };
}

test('what came is not read again: a text is what was proven, a picture was looked at by each of its names', () => {
  const { blobs, picture, text, media, take, files, look } = aVersion();
  take(text, TEXT);
  take(media, picture);
  for (const { sha256 } of [text, media]) rmSync(blobs.fileOf(sha256));
  const noReading = () => {
    throw new Error('It is read again.');
  };
  expect(files.read('a.md')).toEqual(TEXT);
  expect(look('media/huis.png', noReading)).toEqual({
    path: 'media/huis.png',
    bytes: picture.length,
    type: 'image/png',
  });
  expect(look('media/huis.gif', noReading).fault).toContain('Let its name end in');
});

test('what lay here is read, and proven', () => {
  const { blobs, picture, text, files, look } = aVersion();
  expect(files.read('b.md')).toEqual(OTHER);
  expect(look('media/huis.png', () => picture).fault).toBeUndefined();
  writeFileSync(blobs.fileOf(text.sha256), 'EEN TEKST');
  expect(() => files.read('a.md')).toThrow('damaged');
  expect(() => files.read('c.md')).toThrow('has no "c.md"');
});

test('no more texts are kept in memory than may be', () => {
  const { blobs, text, other, take, files } = aVersion(OTHER.length);
  take(other, OTHER);
  take(text, TEXT);
  for (const { sha256 } of [text, other]) rmSync(blobs.fileOf(sha256));
  expect(files.read('b.md')).toEqual(OTHER);
  expect(() => files.read('a.md')).toThrow('damaged');
});
