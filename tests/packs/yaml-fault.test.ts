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
    ['anything else', 'a: [1, 2\nb: 3\n', 2, /Correct the YAML here/],
  ])('is its line and what to do: %s', (_, text, line, message) => {
    const [fault] = faultsOf(text);
    expect(fault).toEqual({ line, message: expect.stringMatching(message) });
  });

  it('is told once a line', () => {
    expect(faultsOf('a: 1\n  b: 2\n')).toHaveLength(1);
  });

  it('stops after the first few, since the rest follows from them', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `\tb${index}: 1\n`);
    expect(faultsOf(`a:\n${lines.join('')}`)).toHaveLength(5);
  });
});
