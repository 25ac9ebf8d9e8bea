import { describe, expect, it } from 'vitest';
import {
  Manifest,
  ManifestTarget,
  MOST_FILE_BYTES,
  MOST_FILES,
} from '../../../../core/contract/repository/manifest.ts';
import { MOST_VERSION } from '../../../../core/contract/repository/pack-version.ts';
import { aManifest } from '../../../builders/a-manifest.ts';

const DIGEST = 'a'.repeat(64);
const file = (path: string, length = 1) => ({ path, length, sha256: DIGEST });
const faultOf = (changed: object) => {
  const read = Manifest.safeParse({ ...aManifest(), ...changed });
  return read.success ? undefined : read.error.issues[0]?.message;
};

describe('a manifest', () => {
  it('says what a version of a pack consists of', () => {
    expect(Manifest.parse(aManifest())).toEqual(aManifest());
  });

  it.each([
    ['of another format', { format: 2 }],
    ['of a version below 1', { version: 0 }],
    ['of a version that is no whole number', { version: 1.5 }],
    ['of a version beyond 31 bits', { version: MOST_VERSION + 1 }],
    ['of a library that is a role of TUF', { library: 'targets' }],
    ['of a library that every object has', { library: 'constructor' }],
    ['of a pack that leads out', { pack: '../x' }],
    ['that was made at no time', { created_at: 'yesterday' }],
    ['that says more', { more: true }],
    ['without files', { files: [] }],
    ['with files that are no list', { files: { length: 1 } }],
    ['with a file that is nothing', { files: [null] }],
    ['with a file that says more', { files: [{ ...file('a'), mode: 0o777 }] }],
    ['with a path that is a number', { files: [{ ...file('a'), path: 1 }] }],
    ['with a digest in capitals', { files: [{ ...file('a'), sha256: 'A'.repeat(64) }] }],
    ['with a digest that is a number', { files: [{ ...file('a'), sha256: 1 }] }],
    ['with a length below 0', { files: [file('a', -1)] }],
    ['with a length that is no whole number', { files: [file('a', 0.5)] }],
    ['with a length that is a text', { files: [{ ...file('a'), length: '1' }] }],
    ['with a file that is too large', { files: [file('a', MOST_FILE_BYTES + 1)] }],
    ['with a path that leads out', { files: [file('../a')] }],
  ])('is refused %s', (_what, changed) => {
    expect(faultOf(changed)).toBeTypeOf('string');
  });

  it('has at most 20,000 files', () => {
    const files = Array.from({ length: MOST_FILES + 1 }, (_, index) =>
      file(`f${String(index).padStart(5, '0')}`),
    );
    expect(faultOf({ files: files.slice(1) })).toBeUndefined();
    expect(faultOf({ files })).toBe('a pack has at most 20000 files');
  });

  it('has at most 1 GB', () => {
    const files = Array.from({ length: 63 }, (_, index) =>
      file(`f${String(index).padStart(2, '0')}`, MOST_FILE_BYTES),
    );
    expect(faultOf({ files: files.slice(1) })).toBeUndefined();
    expect(faultOf({ files })).toContain('at most 1000000000 fit');
  });
});

describe('what is signed of a manifest', () => {
  const target = { length: 10, hashes: { sha256: DIGEST }, custom: { unpacked: 20 } };

  it('is its length, its digest, and its length unpacked', () => {
    expect(ManifestTarget.parse(target)).toEqual(target);
  });

  it.each([
    ['without the length unpacked', { custom: {} }],
    ['with a length unpacked that no manifest has', { custom: { unpacked: 8_000_001 } }],
    ['with a length that no manifest has', { length: 4_000_001 }],
    ['with another digest beside', { hashes: { sha256: DIGEST, md5: 'a' } }],
  ])('is refused %s', (_what, changed) => {
    expect(ManifestTarget.safeParse({ ...target, ...changed }).success).toBe(false);
  });
});
