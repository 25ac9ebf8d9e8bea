import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { CommandError } from '../../../cli/command-error.ts';
import { checkCommand } from '../../../cli/pack/check-command.ts';
import type { Flow } from '../../../core/domain/flow.ts';
import { anAttribute, aService } from '../../builders/a-service.ts';
import { GOOD_FILES } from '../../builders/a-source.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { runLongCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';

const MISTAKE = { 'flows/huur/cases.yaml': '- { name: a case, answers: { huurt-u: ja }, outcome: wel }\n' };
/** The good flow, whose outcome `wel` sends to services of a category. */
function sentTo(category: string): string {
  const flow = structuredClone(GOOD_FILES['flows/huur/flow.yaml']) as Flow;
  const { wel } = flow.outcomes;
  if (wel === undefined) throw new Error('The good flow has no such outcome.');
  wel.places = { category };
  return stringify(flow);
}
const check = (folder: string, ...more: string[]) =>
  runLongCommand(checkCommand, folder, '--today', TODAY, ...more);

describe('pack check', () => {
  it('says that a good pack is good, with the paths of its flows', async () => {
    expect(await check(packFolder())).toEqual({
      status: 0,
      out: 'flow huur: 5 paths (of at most 20000)\nreading level of the Dutch: 2 pages at A2.\n0 errors, 0 warnings. The pack is good.',
    });
  });

  it('ends with 1 for errors, each with its file, line and field', async () => {
    const { status, out } = await check(packFolder(MISTAKE));
    expect(status).toBe(1);
    expect(out).toContain('error: flows/huur/cases.yaml:1 [0].answers: ');
    expect(out).toContain('1 error, 0 warnings. Mend the errors');
  });

  it('ends with 0 when there are only warnings, and shows them', async () => {
    const { status, out } = await runLongCommand(checkCommand, packFolder(), '--today', '2027-05-20');
    expect(status).toBe(0);
    expect(out).toMatch(/^warning: .*review_by/m);
  });

  it('is for machines with --json', async () => {
    const { status, out } = await check(packFolder(), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      ok: true,
      errors: 0,
      warnings: 0,
      mostPaths: 20000,
      paths: [{ flow: 'huur', paths: 5 }],
      levels: [
        { file: 'flows/huur/words.nl.yaml', level: 'A2', score: expect.any(Number) },
        { file: 'articles/huur-uitleg/nl.md', level: 'A2', score: expect.any(Number) },
      ],
      findings: [],
    });
  });

  it('warns of a page that is above B1 as a whole, and counts the pages of each level', async () => {
    const hard =
      '# Hulp\n\nGemeenten bespreken aanvragen. Medewerkers beoordelen inkomens, vermogens en woonlasten.\n';
    const { status, out } = await check(packFolder({ 'articles/huur-uitleg/nl.md': hard }));
    expect(status).toBe(0);
    expect(out).toContain('warning: articles/huur-uitleg/nl.md:1: All words together are at level C1');
    expect(out).toContain('reading level of the Dutch: 1 page at A2, 1 page at C1.');
  });

  it('is for machines with --json when there are errors too', async () => {
    const { status, out } = await check(packFolder(MISTAKE), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      errors: 1,
      warnings: 0,
      mostPaths: 20000,
      paths: [{ flow: 'huur', paths: 5 }],
      levels: [
        { file: 'flows/huur/words.nl.yaml', level: 'A2', score: expect.any(Number) },
        { file: 'articles/huur-uitleg/nl.md', level: 'A2', score: expect.any(Number) },
      ],
      findings: [
        {
          severity: 'error',
          rule: 'case',
          file: 'flows/huur/cases.yaml',
          line: 1,
          field: '[0].answers',
          message: expect.stringContaining('"hoe-oud-bent-u"'),
        },
      ],
    });
  });

  it('counts the paths of no flow whose logic does not hold', async () => {
    const torn = stringify(GOOD_FILES['flows/huur/flow.yaml']).replace('go: wel', 'go: well');
    const { status, out } = await check(packFolder({ 'flows/huur/flow.yaml': torn }));
    expect(status).toBe(1);
    expect(out).not.toContain('paths (of at most');
  });

  it('holds the categories of places against the directory that ships, or the one that is named', async () => {
    const pack = packFolder({ 'flows/huur/flow.yaml': sentTo('geldhlp') });
    const { status, out } = await check(pack);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^warning: flows\/huur\/flow\.yaml:\d+ outcomes\.wel\.places\.category: .*"geldhlp".* Did you mean "geldhulp"\?/m,
    );
    const services = [aService({ attributes: [anAttribute('category', 'geldhlp')] })];
    const own = aFolder({ 'own.json': JSON.stringify(services) });
    expect((await check(pack, '--directory', `${own}/own.json`)).out).toContain('0 warnings');
  });

  it('reads the categories of a tabular directory too', async () => {
    const own = aFolder({
      'services.csv': 'id,name,status\na,Eten,active\n',
      'taxonomy_terms.csv':
        'id,code,name,description,taxonomy\nt,geldhlp,Geld,Geld,balie-category\nu,geld,Geld,Geld,balie-topic\n',
    });
    const warned = (category: string) =>
      check(packFolder({ 'flows/huur/flow.yaml': sentTo(category) }), '--directory', own);
    expect((await warned('geldhlp')).out).toContain('0 warnings');
    expect((await warned('geld')).out).toContain('1 warning');
  });

  it.each(['flows', 'flows/huur', 'articles/huur-uitleg'])(
    'names the folder of a pack to somebody who gives one inside: %s',
    async (inside) => {
      const pack = packFolder();
      await expect(check(join(pack, inside))).rejects.toThrow(`one in "${pack}". Give that folder.`);
    },
  );

  it('names the folder of a pack to somebody who gives the one above', async () => {
    const pack = packFolder();
    await expect(check(dirname(pack))).rejects.toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`one in "${pack}". Give that folder.`),
        exitStatus: 2,
      }),
    );
  });

  it('refuses a folder that is not there, and a directory that is none, with status 2', async () => {
    await expect(check(`${aFolder()}/elsewhere`)).rejects.toThrow(
      expect.objectContaining({ constructor: CommandError, exitStatus: 2 }),
    );
    await expect(check(packFolder(), '--directory', aFolder())).rejects.toThrow(
      expect.objectContaining({ constructor: CommandError, exitStatus: 2 }),
    );
  });
});
