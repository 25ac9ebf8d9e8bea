import { describe, expect, it } from 'vitest';
import { pathsCommand } from '../../../cli/pack/paths-command.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { runCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';

const paths = (folder: string, flow: string) => runCommand(pathsCommand, folder, flow, '--today', TODAY);

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
    expect(() => paths(folder, 'constructor')).toThrow(/^The pack has no flow "constructor"\.$/);
  });

  it('wants a pack without errors first, and names them, with status 1', () => {
    const folder = packFolder({ 'topics.yaml': '[]' });
    expect(() => paths(folder, 'huur')).toThrow(/topics\.yaml:1[\s\S]*errors\. Mend them first/);
    expect(() => paths(folder, 'huur')).toThrow(expect.objectContaining({ exitStatus: 1 }));
  });
});
