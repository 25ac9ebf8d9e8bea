import { describe, expect, it } from 'vitest';
import { pathsCommand } from '../../../cli/pack/paths-command.ts';
import { packFiles } from '../../builders/pack-files.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { runCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';

const paths = (folder: string, flow: string) => runCommand(pathsCommand, folder, flow, '--today', TODAY);

const OLD_ARTICLE = packFiles()['articles/huur-uitleg/article.yaml']?.replace('2027-06-01', '2026-01-01');

describe('pack paths', () => {
  it('prints every path with its answers and its outcome', () => {
    expect(paths(packFolder(), 'huur')).toEqual({
      status: 0,
      out: [
        '   1  huurt-u=ja → hoe-oud-bent-u=0 → te-jong',
        '   2  huurt-u=ja → hoe-oud-bent-u=18 → wel',
        '   3  huurt-u=ja → hoe-oud-bent-u=weet-niet → balie',
        '   4  huurt-u=nee → niet',
        '   5  huurt-u=weet-niet → balie',
        '5 paths.',
      ].join('\n'),
    });
  });

  it('asks whether another flow was meant, with status 2', () => {
    const folder = packFolder();
    expect(() => paths(folder, 'hur')).toThrow('The pack has no flow "hur". Did you mean "huur"?');
    expect(() => paths(folder, 'hur')).toThrow(expect.objectContaining({ exitStatus: 2 }));
    expect(() => paths(folder, 'flows/huur')).toThrow(
      'The pack has no flow "flows/huur". Did you mean "huur"?',
    );
    expect(() => paths(folder, 'constructor')).toThrow(
      /^The pack has no flow "constructor"\. It has: huur\.$/,
    );
  });

  it.each([
    ['an article that is too old', 'articles/huur-uitleg/article.yaml', OLD_ARTICLE],
    [
      'a case that is wrong',
      'flows/huur/cases.yaml',
      '- { name: een, answers: { huurt-u: ja }, outcome: wel }',
    ],
    ['words that cannot be read', 'flows/huur/words.nl.yaml', 'title: [x'],
  ])('shows them of a pack with %s, and says that it has an error', (_, file, text) => {
    const { status, out } = paths(packFolder({ [file]: text }), 'huur');
    expect(status).toBe(0);
    expect(out).toMatch(/^ {3}1 {2}huurt-u=ja/);
    expect(out).toMatch(/\n5 paths\.\nThe pack has 1 error; "balie pack check" shows them\.$/);
  });

  it.each([
    ['flows/huur/flow.yaml', (flow: string) => flow.replace('go: wel', 'go: well'), 'Did you mean "wel"?'],
    ['parameters.yaml', () => 'huur.leeftijd: 18', 'parameters.yaml:1 huur.leeftijd'],
  ])('refuses a flow when %s does not hold, and says where, with status 1', (file, change, message) => {
    const folder = packFolder({ [file]: change(packFiles()[file] ?? '') });
    expect(() => paths(folder, 'huur')).toThrow(message);
    expect(() => paths(folder, 'huur')).toThrow(expect.objectContaining({ exitStatus: 1 }));
  });

  const UNKNOWN = '"huur.leeftijd" is no parameter in parameters.yaml.';

  it.each([
    ['no file of amounts', { 'parameters.yaml': undefined }, UNKNOWN],
    [
      'amounts in a file of another name',
      { 'parameters.yaml': undefined, 'parameters.yml': packFiles()['parameters.yaml'] },
      UNKNOWN,
    ],
    [
      'amounts in a file of another name',
      { 'parameters.yaml': undefined, 'parameters.yml': packFiles()['parameters.yaml'] },
      'parameters.yml: This file has no place in a pack. Did you mean "parameters.yaml"?',
    ],
    [
      'another name of an amount',
      {
        'flows/huur/flow.yaml': packFiles()['flows/huur/flow.yaml']?.replace('huur.leeftijd', 'huur.leeftyd'),
      },
      'next[0].when: "huur.leeftyd" is no parameter in parameters.yaml. Did you mean "huur.leeftijd"?',
    ],
  ])('refuses a flow that compares with an amount of no value: %s', (_, changed, message) => {
    expect(() => paths(packFolder(changed), 'huur')).toThrow(message);
  });

  it('shows them when the flow names something that is not there, and no path needs it', () => {
    const flow = packFiles()['flows/huur/flow.yaml']?.replace('topic: geld', 'topic: gelt');
    const { out } = paths(packFolder({ 'flows/huur/flow.yaml': flow }), 'huur');
    expect(out).toMatch(/\n5 paths\.\nThe pack has 1 error;/);
  });

  it.each([
    ['flows/huur/flow.yaml', /url: (\S+)/, 'url: $1/huur,'],
    ['flows/huur/flow.yaml', /( *- loop-naar-de-balie\n)/, '$1$1'],
    ['parameters.yaml', /source: (\S+)/, 'source: $1/huur,'],
  ])('shows them when %s has something that no path needs: %s', (file, good, bad) => {
    const { out } = paths(packFolder({ [file]: packFiles()[file]?.replace(good, bad) }), 'huur');
    expect(out).toMatch(/\n5 paths\.\nThe pack has 1 error;/);
  });

  it('wants a pack that can be read, and names them, with status 1', () => {
    const folder = packFolder({ 'topics.yaml': '[]' });
    expect(() => paths(folder, 'huur')).toThrow(/topics\.yaml:1[\s\S]*errors\. Mend them first/);
    expect(() => paths(folder, 'huur')).toThrow(expect.objectContaining({ exitStatus: 1 }));
  });
});
