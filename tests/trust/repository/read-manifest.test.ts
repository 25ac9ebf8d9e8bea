import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { storeManifest, unpackManifest } from '../../../trust/repository/read-manifest.ts';
import { manifestOf } from '../../builders/a-repository.ts';

const PATH = 'bieb/pakket.stable.json.gz';
const manifest = manifestOf({ 'pack.yaml': 'x' }, { library: 'bieb', pack: 'pakket', version: 1 });
const { bytes, target } = storeManifest(manifest);
/** What is signed of these bytes, when whoever signed them says that they unpack to so many. */
const signed = (stored: Buffer, unpacked: number) => ({
  length: stored.length,
  hashes: { sha256: createHash('sha256').update(stored).digest('hex') },
  custom: { unpacked },
});

describe('a stored manifest', () => {
  it('unpacks to what it was', () => {
    expect(unpackManifest(PATH, target, bytes)).toEqual(manifest);
  });

  it('is refused with another byte, or cut', () => {
    const changed = Buffer.from(bytes);
    changed[12] = (changed[12] ?? 0) ^ 1;
    expect(() => unpackManifest(PATH, target, changed)).toThrow('it is not what was signed');
    expect(() => unpackManifest(PATH, target, bytes.subarray(1))).toThrow('another length than was signed');
  });

  it('is refused when it is a bomb, after no more than was signed', () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(() => unpackManifest(PATH, signed(bomb, 1_000), bomb)).toThrow('it does not unpack');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  it.each([
    ['shorter than was signed', bytes, target.custom.unpacked + 1],
    ['no gzip', Buffer.from('{}'), 2],
    ['no UTF-8', gzipSync(Buffer.from([0x22, 0xff, 0x22])), 3],
    ['too deep', gzipSync('['.repeat(200_000)), 200_000],
    ['no manifest', gzipSync('{}'), 2],
  ])('is refused when it is %s', (_what, stored, unpacked) => {
    expect(() => unpackManifest(PATH, signed(stored, unpacked), stored)).toThrow(
      'The manifest bieb/pakket.stable.json.gz is refused: ',
    );
  });

  it.each(['huis/pakket.stable.json.gz', 'bieb/anders.stable.json.gz', 'constructor'])(
    'is refused under the name %s',
    (path) => {
      expect(() => unpackManifest(path, target, bytes)).toThrow('it is of another pack');
    },
  );

  it('has a largest size', () => {
    const files = Array.from({ length: 20_000 }, (_, index) => ({
      path: `${String(index).padStart(5, '0')}${'x'.repeat(190)}${Math.random().toString(36).slice(2, 6).padEnd(4, 'y')}`,
      length: 1,
      sha256: createHash('sha256').update(String(index)).digest('hex'),
    }));
    expect(storeManifest({ ...manifest, files }).target.custom.unpacked).toBeLessThanOrEqual(8_000_000);
    const larger = [...files, ...files.map((file) => ({ ...file, path: `z${file.path}` }))];
    expect(() => storeManifest({ ...manifest, files: larger })).toThrow('is too large. Split the pack.');
  });
});
