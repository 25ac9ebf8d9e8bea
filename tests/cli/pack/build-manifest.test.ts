import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildManifest, listFiles, readContent } from '../../../cli/pack/build-manifest.ts';
import { aFolder } from '../../builders/pack-folder.ts';

const NOW = new Date('2026-11-26T10:00:00.123Z');
const OF = { library: 'bieb', pack: 'pakket', version: 3 };

it('lists the files of a folder in the order of their character codes', () => {
  const folder = aFolder({ 'pack.yaml': '', 'a-b': 'x', 'a/b': 'x', 'Z.md': 'x', '.settings/x': 'x' });
  const manifest = buildManifest(listFiles(folder), OF, NOW);
  expect(manifest).toMatchObject({ ...OF, format: 1, created_at: '2026-11-26T10:00:00Z' });
  expect(manifest.files.map(({ path, length }) => [path, length])).toEqual([
    ['Z.md', 1],
    ['a-b', 1],
    ['a/b', 1],
    ['pack.yaml', 0],
  ]);
});

it.each([
  ['a name that some disks do not have', { 'articles/aux/nl.md': 'x' }, '(files): "articles/aux/nl.md"'],
  ['names that some disks take for one', { 'media/A.png': 'x', 'media/a.png': 'y' }, 'but for its capitals'],
  ['a name with a space', { 'media/een huis.png': 'x' }, '(files): "media/een huis.png"'],
  ['nothing', {}, '(files): a pack has at least one file'],
])('refuses %s', (_what, files, why) => {
  const build = () => buildManifest(listFiles(aFolder(files)), OF, NOW);
  expect(build).toThrow(why);
  expect(build).toThrow('Nothing was changed.');
});

it('notices a file that changed since it was listed', () => {
  const folder = aFolder({ 'pack.yaml': 'one' });
  const [file] = listFiles(folder);
  expect(readContent(folder, 'pack.yaml', file?.sha256 ?? '').toString()).toBe('one');
  writeFileSync(join(folder, 'pack.yaml'), 'two');
  expect(() => readContent(folder, 'pack.yaml', file?.sha256 ?? '')).toThrow(
    'pack.yaml was changed while it was being published.',
  );
});
