import { describe, expect, it } from 'vitest';
import { readYaml } from '../../packs/read-yaml.ts';

const faultsOf = (text: string) => readYaml('f.yaml', text).faults;

describe('what an author is told about a mistake in YAML', () => {
  it.each([
    ['a tab at the beginning of a line', 'a:\n\tb: 1\n', 2, /tab\. Use spaces/],
    ['a colon in a text', 'title: Huur: wat nu\n', 1, /second colon.*quotes/],
    ['a text that begins with a sign of YAML', 'title: @balie\n', 1, /cannot begin with this sign/],
    ['a name that is there twice', 'a: 1\na: 2\n', 2, /there twice/],
    ['an apostrophe in single quotes', "title: 'Ik heb m'n baan verloren'\n", 1, /double quotes/],
    [
      'a name that is there twice, with its first line',
      'a:\n  b: 1\n  c: 2\n  "b": 3\n',
      4,
      /^The name "b" is there twice, on line 2 too\./,
    ],
    [
      'a second "go" of a rule',
      '- when: x\n  go: a\n  go: b\n',
      3,
      /^The name "go" is there twice, on line 2 too\./,
    ],
    ['curly quotes around a text with a colon', 'title: “Huur: wat nu”\n', 1, /Curly quotes/],
    [
      'a text that begins with a brace',
      'text: {huur.grens} is de grens\n',
      1,
      /begins with a brace.*double quotes/,
    ],
    ['a colon without a space', 'a: 1\nkind:choice\nb: 2\n', 2, /space behind it/],
    ['a line that is not in line', 'a:\n    b: 1\n  c: 2\n', 3, /same number of spaces/],
    ['a space from a web page before a name', 'a:\n\u00a0\u00a0b: 1\n  c: 2\n', 2, /no ordinary one/],
    ['a space from a web page behind a colon', 'a: 1\nb:\u00a0ja\nc: 2\n', 2, /no ordinary one/],
    [
      'a mistake below such a space in a text',
      'a: ja –\u00a0of -\u00a0nee:\u00a0x\nb: @c\n',
      2,
      /cannot begin/,
    ],
    [
      'a quote that is never closed',
      'a: 1\nb:\n  - "x, y\nc: 2\n',
      3,
      /quote that opens here is never closed/,
    ],
    ['an apostrophe at the beginning', "a: 1\nlabel: 's Avonds\nc: 2\n", 2, /with ' in it in other quotes/],
    ['a brace that is never closed', 'a: { b: 1\nc: 2\n', 1, /Put } behind its last part/],
    ['a bracket that is never closed', 'z: [1]\na: [1, 2\nb: 3\n', 2, /Put ] behind its last part/],
    ['a text that begins with a star', 'a: *Koken* is leuk\n', 1, /cannot begin with this sign/],
    ['a text that begins with a dash', 'a: - Koken\n', 1, /cannot begin with this sign/],
    ['a text that begins with an exclamation mark', 'a: !Koken\n', 1, /begins with "!".*quotes/],
    ['anything else', 'a: 1\n---\nb: 2\n', 2, /Correct the YAML here/],
  ])('is its line and what to do: %s', (_, text, line, message) => {
    const [fault] = faultsOf(text);
    expect(fault).toEqual({ line, message: expect.stringMatching(message) });
  });

  it.each([
    [
      'under the same name further in',
      'title: a\noutcomes:\n  wel:\n    title: b\ntitle: c\n',
      5,
      'The name "title" is there twice, on line 1 too.',
    ],
    [
      'in a text',
      'title: a\ntext: |\n  title: of niet\ntitle: c\n',
      4,
      'The name "title" is there twice, on line 1 too.',
    ],
    [
      'in the same column in the group above',
      'q:\n  title: a\n  b:\n     title: b\n  title: c\n',
      5,
      'The name "title" is there twice, on line 2 too.',
    ],
  ])('is where the name stood first, and not %s', (_, text, line, said) => {
    expect(faultsOf(text)[0]).toEqual({ line, message: expect.stringContaining(said) });
  });

  it('is only where two versions were put together, not what follows from it', () => {
    expect(faultsOf('a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n')).toEqual([
      { line: 2, message: expect.stringMatching(/^Two versions.*Keep one of them/) },
    ]);
  });

  it('is only the tab, not what follows from it', () => {
    expect(faultsOf('q:\n  a:\n\tkind: choice\n    b: 1\n  c: 2\n').map(({ line }) => line)).toEqual([3]);
  });

  it('is told once a line', () => {
    expect(faultsOf('a: 1\n  b: 2\n')).toHaveLength(1);
  });

  it('stops after the first few, since the rest follows from them', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `\tb${index}: 1\n`);
    expect(faultsOf(`a:\n${lines.join('')}`)).toHaveLength(5);
  });
});
