import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginSync, syncFiles, syncMany } from '../../../db/blobs/sync-files.ts';
import { aDataFolder } from '../../builders/a-store.ts';

/** So many files in a folder, and how often the disk was asked as a whole. */
function files(count: number, status: number | null) {
  const folder = aDataFolder();
  const all = Array.from({ length: count }, (_, index) => join(folder, String(index)));
  for (const file of all) writeFileSync(file, '');
  const asked: string[] = [];
  const run = (of: string) => {
    asked.push(of);
    return status;
  };
  return { folder, all, asked, run };
}

test('nothing is asked for no files', () => {
  const { folder, asked, run } = files(0, 0);
  syncFiles(folder, [], run);
  expect(asked).toEqual([]);
});

test('few files are brought to the disk one by one, and one that is gone is told', () => {
  const { folder, all, asked, run } = files(3, 0);
  syncFiles(folder, all, run);
  expect(asked).toEqual([]);
  expect(() => syncFiles(folder, [join(folder, 'gone')], run)).toThrow('ENOENT');
});

test('many by one sync of the whole disk', () => {
  const { folder, all, asked, run } = files(8, 0);
  syncFiles(folder, [...all, join(folder, 'gone')], run);
  expect(asked).toEqual([folder]);
});

test.each([null, 1])('many where there is no such command, or it fails (%s), one by one', (status) => {
  const { folder, all, asked, run } = files(8, status);
  syncFiles(folder, all, run);
  expect(asked).toEqual([folder]);
  expect(() => syncFiles(folder, [...all, join(folder, 'gone')], run)).toThrow('ENOENT');
});

test('with the real command', () => {
  const { folder, all } = files(8, 0);
  expect(() => syncFiles(folder, all)).not.toThrow();
});

test('the disk is asked to begin when many files were written, and not for a few', () => {
  const { folder } = files(0, 0);
  const asked: string[] = [];
  for (const count of [7, 8]) beginSync(folder, count, (of) => void asked.push(of));
  expect(asked).toEqual([folder]);
});

test.each([
  [7, 0, false],
  [8, 0, true],
  [8, 1, false],
  [8, null, false],
])(
  '%i files in a folder, and a command that ends with %s: all of them are on the disk: %s',
  (count, status, all) => {
    const { folder, asked, run } = files(0, status);
    expect(syncMany(folder, count, run)).toBe(all);
    expect(asked).toEqual(count < 8 ? [] : [folder]);
  },
);
