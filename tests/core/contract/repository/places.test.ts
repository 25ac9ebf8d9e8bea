import { expect, it } from 'vitest';
import {
  blobPlace,
  isSha256,
  manifestPlace,
  metadataPlace,
  readMetadataName,
} from '../../../../core/contract/repository/places.ts';

const DIGEST = `ab${'c'.repeat(62)}`;

it('names every file of a repository', () => {
  expect(metadataPlace('bieb', 3)).toBe('metadata/3.bieb.json');
  expect(blobPlace(DIGEST)).toBe(`blobs/sha256/ab/${DIGEST}`);
  expect(manifestPlace({ library: 'bieb', pack: 'pakket', channel: 'stable' }, DIGEST)).toBe(
    `targets/bieb/${DIGEST}.pakket.stable.json.gz`,
  );
});

it('reads the names of metadata back', () => {
  expect(readMetadataName('3.bieb.json')).toEqual({ role: 'bieb', version: 3 });
});

it.each(['timestamp.json', '0.root.json', '03.root.json', '1234567890.root.json', '1.root.json.part'])(
  'passes by %s',
  (name) => {
    expect(readMetadataName(name)).toBeUndefined();
  },
);

it.each(['g', 'A', 'F', '/', ':', '`', ' ', '\0', 'é', '\u0130', '\uff41', '\ud800'])(
  'finds %j at every place of a digest',
  (sign) => {
    expect(isSha256(DIGEST)).toBe(true);
    for (let at = 0; at < 64; at++)
      expect(isSha256(DIGEST.slice(0, at) + sign + DIGEST.slice(at + 1)), `at ${at}`).toBe(false);
  },
);

it('has 64 digits in a digest', () => {
  expect(isSha256(DIGEST.slice(1))).toBe(false);
  expect(isSha256(`${DIGEST}a`)).toBe(false);
  expect(isSha256('')).toBe(false);
});
