import { describe, expect, it } from 'vitest';
import { assemble } from '../../../../core/domain/check/assemble.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { Pack } from '../../../../core/domain/pack.ts';
import type { PackSource } from '../../../../core/domain/pack-source.ts';
import { aFile, aSource, GOOD_FILES } from '../../../builders/a-source.ts';

function said(source: PackSource): string[] {
  return assemble(source).remarks.map(({ rule, file, field, line, message }) => {
    return `[${rule}] ${file}${line === undefined ? '' : `:${line}`} ${fieldText(field)}: ${message}`;
  });
}

describe('a pack of which every file can be read', () => {
  const { pack, remarks, whole } = assemble(
    aSource({ 'words.en.yaml': GOOD_FILES['words.nl.yaml'] }, [
      { path: 'media/huis.png', bytes: 1000, type: 'image/png' },
      { path: 'media/kapot.png', bytes: 10, fault: 'This is neither a PNG nor a JPEG picture.' },
    ]),
  );

  it('is put together', () => {
    expect(remarks).toEqual([]);
    expect(whole).toBe(true);
    expect(Pack.safeParse(pack).success).toBe(true);
    expect(pack?.about.id).toBe('klein');
    expect(Object.keys(pack?.words ?? {})).toEqual(['nl', 'en']);
    expect(pack?.flows.map(({ flow, words, cases }) => [flow.id, Object.keys(words), cases.length])).toEqual([
      ['huur', ['nl'], 1],
    ]);
    expect(pack?.articles.map(({ article, texts }) => [article.id, Object.keys(texts)])).toEqual([
      ['huur-uitleg', ['nl']],
    ]);
  });

  it('holds the pictures that are pictures', () => {
    expect(pack?.media).toEqual([{ path: 'media/huis.png', type: 'image/png', bytes: 1000 }]);
  });

  it('fills in what an author may leave out', () => {
    const bare = assemble(
      aSource({
        'parameters.yaml': undefined,
        'contacts.yaml': undefined,
        'flows/huur/cases.yaml': undefined,
      }),
    );
    expect(bare.pack?.parameters).toEqual({});
    expect(bare.pack?.contacts).toEqual({});
    expect(bare.pack?.flows[0]?.cases).toEqual([]);
    expect(bare.pack?.flows[0]?.flow.outcomes['wel']?.bring).toEqual([]);
  });

  it('has its flows and articles in the order of their names', () => {
    const zorg = { ...GOOD_FILES['flows/huur/flow.yaml'], id: 'a-zorg' };
    expect(
      assemble(aSource({ 'flows/a-zorg/flow.yaml': zorg })).pack?.flows.map(({ flow }) => flow.id),
    ).toEqual(['a-zorg', 'huur']);
  });
});

describe('a file with no place in a pack', () => {
  it.each([
    ['topics.yml', 'Did you mean "topics.yaml"?'],
    ['README', 'Move it, or correct its name or folder.'],
    ['flows/huur/flow.yml', 'Did you mean "flow.yaml"?'],
    ['flows/huur/word.nl.yaml', 'Did you mean "words.nl.yaml"?'],
    ['articles/huur-uitleg/nl.txt', 'Move it, or correct its name or folder.'],
    ['articles/huur-uitleg/artikel.yaml', 'Did you mean "article.yaml"?'],
    ['flows/Huur/flow.yaml', 'Call its folder "huur": small letters, digits and hyphens.'],
    ['articles/Hulp bij huur/nl.md', 'Call its folder "hulp-bij-huur": small letters, digits and hyphens.'],
    ['articles/مساعدة/nl.md', 'Call its folder a name of small letters, digits and hyphens.'],
    ['articles/huur-uitleg/tafel.JPG', 'Put pictures in the folder media.'],
    ['flows/huur/oud/flow.yaml', 'Move it, or correct its name or folder.'],
  ])('is told what was probably meant: %s', (path, fix) => {
    expect(said(aSource({ [path]: {} }))).toEqual([
      `[unknown-file] ${path} : This file has no place in a pack. ${fix}`,
    ]);
  });

  it('does not keep the pack from being put together', () => {
    expect(assemble(aSource({ README: '' })).pack).toBeDefined();
  });
});

describe('a file that is missing', () => {
  const message = 'This file is missing. Add it; docs/authors.md shows what goes in.';

  it.each(['pack.yaml', 'topics.yaml'])('%s: there is no pack without it', (path) => {
    const source = aSource({ [path]: undefined });
    expect(said(source)).toEqual([`[missing-file] ${path} : ${message}`]);
    expect(assemble(source).pack).toBeUndefined();
  });

  it('is not one that only has another name', () => {
    const source = aSource({ 'flows/huur/flow.yaml': undefined, 'flows/huur/flow.yml': {} });
    expect(said(source)).toEqual([
      '[unknown-file] flows/huur/flow.yml : This file has no place in a pack. Did you mean "flow.yaml"?',
    ]);
    expect(assemble(source).whole).toBe(false);
    const folder = aSource({ 'flows/huur/flow.yaml': undefined, 'flows/Huur/flow.yaml': {} });
    expect(assemble(folder).whole).toBe(false);
  });

  it.each(['flows/huur/flow.yaml', 'articles/huur-uitleg/article.yaml'])(
    '%s: the folder makes no sense without it',
    (path) => {
      expect(said(aSource({ [path]: undefined }))).toEqual([`[missing-file] ${path} : ${message}`]);
    },
  );
});

describe('a file that cannot be read', () => {
  it('is told the line when it is no YAML or Markdown', () => {
    const faults = [{ line: 7, message: 'Correct the YAML.' }];
    const source = {
      ...aSource(),
      files: [...aSource({ 'topics.yaml': undefined }).files, { ...aFile('topics.yaml', undefined), faults }],
    };
    expect(said(source)).toEqual(['[syntax] topics.yaml:7 : Correct the YAML.']);
    expect(assemble(source).whole).toBe(false);
  });

  it('is told every field that does not fit its schema', () => {
    const source = aSource({
      'flows/huur/flow.yaml': { ...GOOD_FILES['flows/huur/flow.yaml'], start: 'Huur', topik: 'geld' },
    });
    expect(said(source).map((text) => text.split(':')[0])).toEqual([
      '[schema] flows/huur/flow.yaml start',
      '[schema] flows/huur/flow.yaml topik',
    ]);
  });

  it('is left out, and the pack says that it is not whole', () => {
    const { pack, whole } = assemble(aSource({ 'flows/huur/flow.yaml': {} }));
    expect(pack?.flows).toEqual([]);
    expect(whole).toBe(false);
  });

  it('is left out as well when its id is not the name of its folder', () => {
    const source = aSource({ 'flows/huur/flow.yaml': { ...GOOD_FILES['flows/huur/flow.yaml'], id: 'zorg' } });
    expect(said(source)).toEqual([
      `[id] flows/huur/flow.yaml id: The folder is called "huur". Make the id and the folder's name the same.`,
    ]);
    expect(assemble(source).pack?.flows).toEqual([]);
    expect(assemble(source).whole).toBe(false);
  });
});
