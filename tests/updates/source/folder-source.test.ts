import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderSource } from '../../../updates/source/folder-source.ts';
import { readWhole, type SourceError } from '../../../updates/source/source.ts';
import { aFolder } from '../../builders/pack-folder.ts';
import { textOf } from '../../builders/updates/text-of.ts';

const FILES = { 'blobs/ab/een': 'abcdefghij', 'metadata/1.root.json': '{}' };
const SECRET = '/etc/passwd';

const faultOf = (act: Promise<unknown>) =>
  act.then(
    () => 'nothing went wrong',
    (error: SourceError) => error.fault,
  );

test('a file is read whole and from the middle', async () => {
  const source = await folderSource(aFolder(FILES));
  expect(String(await readWhole(source, 'blobs/ab/een', 10))).toBe('abcdefghij');
  const { from, bytes } = await source.open('blobs/ab/een', { from: 4, most: 10 });
  expect([from, await textOf(bytes)]).toEqual([4, 'efghij']);
});

test('a link to the repository itself may be given, as a stick often is', async () => {
  const folder = aFolder(FILES);
  symlinkSync(folder, `${folder}-link`);
  expect(String(await readWhole(await folderSource(`${folder}-link`), 'blobs/ab/een', 10))).toBe(
    'abcdefghij',
  );
});

describe('what is no plain file is not read', () => {
  const place = 'blobs/ab/een';
  const file = (folder: string) => join(folder, place);

  test.each<[string, (folder: string) => void]>([
    [
      'a link to a file of the system',
      (folder) => {
        rmSync(file(folder));
        symlinkSync(SECRET, file(folder));
      },
    ],
    [
      'a link to a file beside it',
      (folder) => {
        renameSync(file(folder), `${file(folder)}2`);
        symlinkSync('een2', file(folder));
      },
    ],
    [
      'a folder that is a link',
      (folder) => {
        renameSync(join(folder, 'blobs'), join(folder, 'other'));
        symlinkSync('other', join(folder, 'blobs'));
      },
    ],
    ['a twin that differs by capitals', (folder) => writeFileSync(join(folder, 'blobs/ab/EEN'), 'other')],
    ['a folder with such a twin', (folder) => mkdirSync(join(folder, 'BLOBS'))],
    [
      'a folder',
      (folder) => {
        rmSync(file(folder));
        mkdirSync(file(folder));
      },
    ],
    [
      'a pipe, which would wait for ever',
      (folder) => {
        rmSync(file(folder));
        execFileSync('mkfifo', [file(folder)]);
      },
    ],
  ])('%s', async (_, spoil) => {
    const folder = aFolder(FILES);
    const opened: string[] = [];
    const source = await folderSource(folder, (file, flags) => {
      opened.push(String(file));
      return open(file, flags);
    });
    spoil(folder);
    expect(await faultOf(readWhole(source, place, 10_000))).toBe('unsafe');
    expect(opened).toEqual([]);
  });

  test.each(['../pakket/blobs/ab/een', '/etc/passwd', 'blobs/../blobs/ab/een'])('%s', async (other) => {
    expect(await faultOf(readWhole(await folderSource(aFolder(FILES)), other, 10_000))).toBe('unsafe');
  });
});

describe('what changes between the look and the reading', () => {
  test.each<[string, (file: string) => void]>([
    [
      'a link in its place',
      (file) => {
        rmSync(file);
        symlinkSync(SECRET, file);
      },
    ],
    [
      'a link to that very file in its place',
      (file) => {
        renameSync(file, `${file}-moved`);
        symlinkSync(`${file}-moved`, file);
      },
    ],
    [
      'another file in its place',
      (file) => {
        writeFileSync(`${file}-new`, 'x');
        renameSync(`${file}-new`, file);
      },
    ],
    [
      'a pipe in its place, which would wait for ever',
      (file) => {
        rmSync(file);
        execFileSync('mkfifo', [file]);
      },
    ],
    [
      'a link in the place of its folder',
      (file) => {
        const folder = join(file, '..');
        renameSync(folder, `${folder}-moved`);
        symlinkSync(`${folder}-moved`, folder);
      },
    ],
  ])('%s is refused', async (_, exchange) => {
    const source = await folderSource(aFolder(FILES), (file, flags) => {
      exchange(String(file));
      return open(file, flags);
    });
    expect(await faultOf(readWhole(source, 'blobs/ab/een', 10_000))).toBe('unsafe');
  });

  test('a file that is cut while it is read is told to be cut', async () => {
    const folder = aFolder({ 'blobs/groot': 'x'.repeat(2_000_000) });
    const source = await folderSource(folder);
    const { bytes } = await source.open('blobs/groot', { from: 0, most: 2_000_000 });
    const read = async () => {
      for await (const _ of bytes) truncateSync(join(folder, 'blobs/groot'), 1_000_000);
    };
    expect(await faultOf(read())).toBe('cut');
  });
});

test('what is larger than it may be is not read', async () => {
  expect(await faultOf(readWhole(await folderSource(aFolder(FILES)), 'blobs/ab/een', 9))).toBe('too-large');
});

test('a folder with more names than may be is not read', async () => {
  const source = (most: number) => folderSource(aFolder({ ...FILES, 'blobs/ab/twee': 'x' }), open, most);
  expect(await faultOf(readWhole(await source(1), 'blobs/ab/een', 10))).toBe('unsafe');
  expect(await faultOf(readWhole(await source(2), 'blobs/ab/een', 10))).toBe('nothing went wrong');
});

test('a file that is not there is missing; a stick that is not there is gone', async () => {
  const folder = aFolder(FILES);
  const source = await folderSource(folder);
  expect(await faultOf(readWhole(source, 'blobs/ab/twee', 9))).toBe('missing');
  rmSync(folder, { recursive: true });
  expect(await faultOf(readWhole(source, 'blobs/ab/een', 10))).toBe('gone');
  expect(await faultOf(folderSource(folder))).toBe('gone');
});
