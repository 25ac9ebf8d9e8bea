import { describe, expect, it } from 'vitest';
import { readYaml } from '../../packs/read-yaml.ts';

const TEXT = `# a remark
id: huur
questions:
  huurt-u:
    kind: yes-no
    yes: wel
  "hoe-oud":
    next:
      - { when: { answer: hoe-oud }, go: te-jong }
      - go: wel
list: [een, twee,
  drie]
`;

describe('a YAML file', () => {
  it('becomes data', () => {
    const { data, faults } = readYaml('f.yaml', 'a: 1\nb: [ja, nee]\nday: 2026-11-24\n');
    expect(data).toEqual({ a: 1, b: ['ja', 'nee'], day: '2026-11-24' });
    expect(faults).toEqual([]);
  });

  it('reads "ja", "yes" and "no" as the words they are (YAML 1.2)', () => {
    expect(readYaml('f.yaml', '{ yes: no, on: off }').data).toEqual({ yes: 'no', on: 'off' });
  });

  it('is nothing when it is empty', () => {
    expect(readYaml('f.yaml', '')).toMatchObject({ data: null, faults: [] });
  });
});

describe('the line of a field', () => {
  it.each([
    ['a value', ['id'], 2],
    ['a group, by its name', ['questions', 'huurt-u'], 4],
    ['a value inside', ['questions', 'huurt-u', 'yes'], 6],
    ['a name in quotes', ['questions', 'hoe-oud'], 7],
    ['an item of a list', ['questions', 'hoe-oud', 'next', 1], 10],
    ['a field inside an item', ['questions', 'hoe-oud', 'next', 0, 'when', 'answer'], 9],
    ['an item on the next line of a list in brackets', ['list', 2], 12],
  ])('is found for %s', (_, field, line) => {
    expect(readYaml('f.yaml', TEXT).lineOf(field)).toBe(line);
  });

  it.each([
    ['a field that is missing', ['questions', 'huurt-u', 'dont_know'], 4],
    ['an item that is missing', ['questions', 'hoe-oud', 'next', 7], 8],
    ['a field inside a plain value', ['id', 'deeper', 3], 2],
  ])('is that of the nearest part for %s', (_, field, line) => {
    expect(readYaml('f.yaml', TEXT).lineOf(field)).toBe(line);
  });

  it('is the first for the file itself, and in an empty file', () => {
    expect(readYaml('f.yaml', 'a: 1').lineOf([])).toBe(1);
    for (const empty of ['', '\n', '# niets\n']) expect(readYaml('f.yaml', empty).lineOf(['a'])).toBe(1);
  });
});

describe('a YAML file with a mistake', () => {
  it.each([
    ['a name that stands twice', 'a: 1\nb: 2\na: 3\n', 3, 'there twice'],
    ['a tab', 'a:\n\tb: 1\n', 2, 'tab'],
    ['a quote that does not close', 'a: "x\nb: 2\n', 1, 'quote'],
    ['two colons', 'a: b: c\n', 1, 'second colon'],
    ['a second document', 'a: 1\n---\nb: 2\n', 2, 'multiple documents'],
    ['a tag that would make something else of a text', 'a: 1\nb: !!js/function x\n', 2, 'tag'],
  ])('says the line of %s', (_, text, line, message) => {
    const { data, faults } = readYaml('f.yaml', text);
    expect(data).toBeUndefined();
    expect(faults[0]?.line).toBe(line);
    expect(faults[0]?.message).toContain(message);
  });

  it('can hold an alias or two', () => {
    expect(readYaml('f.yaml', 'a: &x [1]\nb: *x\n').data).toEqual({ a: [1], b: [1] });
  });

  it('is not blown up by aliases of aliases', () => {
    const names = [...'abcdefghij'];
    const lines = names.map((name, index) => {
      const items = Array(9).fill(index === 0 ? 'x' : `*${names[index - 1]}`);
      return `${name}: &${name} [${items.join(', ')}]`;
    });
    const { data, faults } = readYaml('f.yaml', lines.join('\n'));
    expect(data).toBeUndefined();
    expect(faults[0]?.message).toContain('aliases too often');
  });

  it('says that a text with a star is read as an alias', () => {
    const { data, faults } = readYaml('f.yaml', 'x: 1\na: &let 1\nb: [*let, *let]\ntext: *op\n');
    expect(data).toBeUndefined();
    expect(faults).toEqual([
      { line: 4, message: '"*op" is read as an alias, and it stands for nothing. Put the text in quotes.' },
    ]);
  });

  it.each([
    ['a: &x [*x]', 1],
    ['a: 1\nb: &x\n  c:\n    - { d: *x }\n', 4],
    ['a: &x { *x : 1 }', 1],
  ])('cannot hold a part that holds itself: %j', (text, line) => {
    const { data, faults } = readYaml('f.yaml', text);
    expect(data).toBeUndefined();
    expect(faults).toEqual([
      { line, message: '"*x" stands inside the part that it repeats, so it would never end. Write it out.' },
    ]);
  });

  it('can use the name of an alias again inside', () => {
    expect(readYaml('f.yaml', 'a: &x [&x 1, *x]').data).toEqual({ a: [1, 1] });
  });

  it.each([
    ['not closed', '['.repeat(5000)],
    ['closed', `a: 1\nb: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['less deep', `a: 1\nb: ${'[{ c: '.repeat(60)}1${' }]'.repeat(60)}`],
    ['line by line', Array.from({ length: 200 }, (_, deep) => `${' '.repeat(deep)}a:`).join('\n')],
  ])('nests so deep that nobody can read it, and only becomes a fault: %s', (_, text) => {
    const { data, faults } = readYaml('f.yaml', text);
    expect(data).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toBe('This is nested too deep. Write it flat.');
  });

  it('may nest as deep as a pack needs', () => {
    expect(readYaml('f.yaml', `${'[{ c: '.repeat(20)}1${' }]'.repeat(20)}`).faults).toEqual([]);
  });

  it('cannot change what all objects are', () => {
    readYaml('f.yaml', '__proto__: { planted: 1 }\n');
    expect(({} as { planted?: number }).planted).toBeUndefined();
  });
});
