import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, DamagedBlobError, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { blobsIn } from '../../builders/blobs-in.ts';

const BYTES = Buffer.from('een plaatje');
const CONTENT = contentOf(BYTES);

test('what is put there is read again, and lies where a repository has it', () => {
  const dataDir = aDataFolder();
  const blobs = openBlobStore(dataDir);
  expect(blobs.has(CONTENT)).toBe(false);
  expect(blobs.put(BYTES)).toEqual(CONTENT);
  expect([blobs.has(CONTENT), String(blobs.read(CONTENT))]).toEqual([true, 'een plaatje']);
  const { sha256 } = CONTENT;
  expect(String(readFileSync(join(dataDir, 'blobs/sha256', sha256.slice(0, 2), sha256)))).toBe('een plaatje');
  expect(readdirSync(join(dataDir, 'blobs/parts'))).toEqual([]);
});

test('what has rotted is not given out, and is put there again', () => {
  const blobs = openBlobStore(aDataFolder());
  blobs.put(BYTES);
  writeFileSync(blobs.fileOf(CONTENT.sha256), 'een plaatJe');
  expect(blobs.has(CONTENT)).toBe(true);
  expect(() => blobs.read(CONTENT)).toThrow(DamagedBlobError);
  expect(existsSync(blobs.fileOf(CONTENT.sha256))).toBe(false);
  expect(() => blobs.read(CONTENT)).toThrow(DamagedBlobError);
  blobs.put(BYTES);
  writeFileSync(blobs.fileOf(CONTENT.sha256), 'een plaatJe');
  blobs.put(BYTES);
  expect(String(blobs.read(CONTENT))).toBe('een plaatje');
});

test('what is not needed goes, with what was begun; other files are left alone', () => {
  const dataDir = aDataFolder();
  const blobs = openBlobStore(dataDir);
  const other = blobs.put(Buffer.from('iets anders'));
  blobs.put(BYTES);
  writeFileSync(blobs.partOf(CONTENT.sha256), 'een');
  const foreign = join(dirname(blobs.fileOf(CONTENT.sha256)), 'notes.txt');
  writeFileSync(foreign, '');
  blobs.keep(new Set([CONTENT.sha256]));
  expect(blobsIn(dataDir)).toEqual([CONTENT.sha256, 'notes.txt'].sort());
  expect([blobs.has(other), readdirSync(join(dataDir, 'blobs/parts'))]).toEqual([false, []]);
});

test('what is fresh is left alone, also when it is not needed', () => {
  const dataDir = aDataFolder();
  const blobs = openBlobStore(dataDir);
  const [fresh, old] = [blobs.put(BYTES), blobs.put(Buffer.from('iets anders'))];
  writeFileSync(blobs.partOf(CONTENT.sha256), 'een');
  for (const [file, at] of [
    [blobs.fileOf(fresh.sha256), 9],
    [blobs.fileOf(old.sha256), 1],
    [blobs.partOf(CONTENT.sha256), 9],
  ] as const)
    utimesSync(file, at, at);
  blobs.keep(new Set(), (writtenAt) => writtenAt === 9_000);
  expect([blobsIn(dataDir), readdirSync(join(dataDir, 'blobs/parts'))]).toEqual([
    [CONTENT.sha256],
    [CONTENT.sha256],
  ]);
});

test('a folder in the place of a content is told as damage, and what the disk refuses as it is', () => {
  const blobs = openBlobStore(aDataFolder());
  mkdirSync(blobs.fileOf(CONTENT.sha256), { recursive: true });
  expect(() => blobs.read(CONTENT)).toThrow(DamagedBlobError);
  expect(() => blobs.put(BYTES)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
  expect(readdirSync(join(blobs.folder, 'parts'))).toEqual([]);
  rmSync(blobs.folder, { recursive: true });
  expect(() => blobs.keep(new Set())).not.toThrow();
});
