import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRepositories } from '../../../updates/stick/find-repositories.ts';
import { aDataFolder } from '../../builders/a-store.ts';

/** A stick with repositories in these folders; '' is the stick itself. */
function aStick(...folders: string[]): string {
  const stick = aDataFolder();
  for (const folder of folders) {
    mkdirSync(join(stick, folder, 'metadata'), { recursive: true });
    writeFileSync(join(stick, folder, 'metadata/timestamp.json'), '{}');
  }
  return stick;
}

/** From now on looking into this folder is an error, as on a disk that fails: a link that leads to itself (ELOOP). */
function spoil(folder: string): void {
  rmSync(join(folder, 'metadata'), { recursive: true });
  symlinkSync('metadata', join(folder, 'metadata'));
}

test('the stick itself and the folders on it are looked at, and no deeper', async () => {
  const stick = aStick('', 'repository', 'a', 'deep/er');
  expect(await findRepositories(stick)).toEqual([stick, join(stick, 'a'), join(stick, 'repository')]);
});

test('a stick with other things on it has none', async () => {
  const stick = aDataFolder();
  mkdirSync(join(stick, 'metadata/timestamp.json'), { recursive: true });
  mkdirSync(join(stick, 'photos'));
  writeFileSync(join(stick, 'notes'), 'x');
  expect(await findRepositories(stick)).toEqual([]);
});

test('what is hidden, or reached by a link, is none', async () => {
  const stick = aStick('.Trash-1000');
  symlinkSync(aStick(''), join(stick, 'linked'));
  const file = aStick('x');
  renameSync(join(file, 'x/metadata/timestamp.json'), join(file, 'x/elsewhere'));
  symlinkSync('../elsewhere', join(file, 'x/metadata/timestamp.json'));
  expect([await findRepositories(stick), await findRepositories(file)]).toEqual([[], []]);
});

test('no more than five are taken', async () => {
  expect(await findRepositories(aStick('a', 'b', 'c', 'd', 'e', 'f'))).toHaveLength(5);
});

test('no more names are read than may be', async () => {
  const stick = aStick('a', 'b', 'c');
  expect(
    [await findRepositories(stick, 2), await findRepositories(stick, 3)].map(({ length }) => length),
  ).toEqual([2, 3]);
});

test('a stick that was taken out is told so', async () => {
  const stick = aStick('');
  rmSync(stick, { recursive: true });
  await expect(findRepositories(stick)).rejects.toMatchObject({ fault: 'gone' });
});

test('a folder that cannot be read takes away nothing that lies beside it', async () => {
  const stick = aStick('a', 'b', 'c');
  spoil(join(stick, 'a'));
  expect(await findRepositories(stick)).toEqual([join(stick, 'b'), join(stick, 'c')]);
});

test('a stick on which nothing is found, and not everything could be read, is not told to hold none', async () => {
  const stick = aStick('a');
  spoil(join(stick, 'a'));
  await expect(findRepositories(stick)).rejects.toMatchObject({ fault: 'gone' });
});

test('a stick that cannot be read itself is told so, whatever its folders say', async () => {
  const stick = aStick('', 'a');
  spoil(stick);
  await expect(findRepositories(stick)).rejects.toMatchObject({ fault: 'gone' });
});
