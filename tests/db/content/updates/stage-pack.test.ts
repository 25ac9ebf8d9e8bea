import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { contentOf, DamagedBlobError, openBlobStore } from '../../../../db/blobs/blob-store.ts';
import { stagePack } from '../../../../db/content/updates/stage-pack.ts';
import { aDataFolder, aStore, everyRow } from '../../../builders/a-store.ts';
import { aPackToInstall } from '../../../builders/pack-to-install.ts';

/** A version with so many pictures that lie in the store, of which the first are on the disk; how often the disk was asked when it was staged. */
function asksFor(count: number, onDisk: number, asBytes = false): number {
  const dataDir = aDataFolder();
  const bin = aDataFolder();
  const asked = join(bin, 'asked');
  writeFileSync(asked, '');
  writeFileSync(join(bin, 'sync'), `#!/bin/sh\necho asked >> "${asked}"\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const blobs = openBlobStore(dataDir);
  const { pack, digest } = aPackToInstall({ version: 2 });
  const all = Array.from({ length: count }, (_, index) => {
    const bytes = Uint8Array.of(index, 1);
    return { path: `media/${index}.png`, bytes, content: blobs.put(bytes) };
  });
  const toInstall = {
    pack: { ...pack, media: all.map(({ path }) => ({ path, type: 'image/png' as const, bytes: 2 })) },
    ...{ digest, media: new Map(all.map(({ path, bytes, content }) => [path, asBytes ? bytes : content])) },
    onDisk: new Set(all.slice(0, onDisk).map(({ content }) => content.sha256)),
  };
  const db = aStore('content', join(dataDir, 'content.db'));
  expect(stagePack(db, toInstall, { sha256: 'a'.repeat(64), body: '{}' })).toBe('staged');
  return readFileSync(asked, 'utf8').split('\n').length - 1;
}

test('pictures that are on the disk are not waited for once more, and all others are', () => {
  expect(asksFor(20, 20)).toBe(0);
  expect(asksFor(20, 12)).toBe(1);
  expect(asksFor(20, 0)).toBe(1);
});

test('a picture that is given as bytes is waited for, whatever is said of it', () => {
  expect(asksFor(20, 20, true)).toBe(1);
});

test('a version that cannot be put there whole is not there at all, and what lay ready still does', () => {
  const db = aStore('content');
  expect(stagePack(db, aPackToInstall({ version: 2 }), { sha256: 'a'.repeat(64), body: '{}' })).toBe(
    'staged',
  );
  const before = everyRow(db);
  // Its picture was lost: that shows when its pages are written.
  const lost = {
    ...aPackToInstall({ version: 3 }),
    media: new Map([['media/huis.png', contentOf(Uint8Array.of(9))]]),
  };
  const stage = () => stagePack(db, lost, { sha256: 'b'.repeat(64), body: '{}' });
  expect(stage).toThrow(DamagedBlobError);
  expect(everyRow(db)).toEqual(before);
});
