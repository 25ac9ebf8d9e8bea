import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newCommand } from '../../../cli/pack/new-command.ts';
import { checkPack } from '../../../core/domain/check-pack.ts';
import { pathsOf } from '../../../core/domain/paths.ts';
import { readPackFolder } from '../../../packs/read-pack-folder.ts';
import { aFolder } from '../../builders/pack-folder.ts';
import { runCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';

const BALIE = join(import.meta.dirname, '../../../cli/balie.ts');

function newPack(name = 'mijn-pakket', today = TODAY): string {
  const folder = join(aFolder(), name);
  runCommand(newCommand, folder, '--today', today);
  return folder;
}

describe('a new pack', () => {
  it.each([TODAY, '2028-02-29', '2030-12-31'])(
    'passes the check without a remark when it is made on %s',
    (today) => {
      const { pack, findings } = checkPack(readPackFolder(newPack('mijn-pakket', today)), { today });
      expect(findings).toEqual([]);
      expect(pack?.about).toMatchObject({ id: 'mijn-pakket', fictional: true, languages: ['nl'] });
    },
  );

  it('shows every part once: a topic, a flow with three kinds of questions and cases, an article', () => {
    const { pack } = checkPack(readPackFolder(newPack()), { today: TODAY });
    const [single] = pack?.flows ?? [];
    expect(pack?.topics).toHaveLength(1);
    expect(pack?.articles).toHaveLength(1);
    expect(Object.keys(pack?.parameters ?? {})).toHaveLength(1);
    expect(Object.keys(pack?.contacts ?? {})).toHaveLength(1);
    expect(Object.values(single?.flow.questions ?? {}).map(({ kind }) => kind)).toEqual([
      'choice',
      'number',
      'yes-no',
    ]);
  });

  it('has a case for every outcome, so an author sees how to write one', () => {
    const { pack } = checkPack(readPackFolder(newPack()), { today: TODAY });
    const [single] = pack?.flows ?? [];
    if (pack === undefined || single === undefined) throw new Error('The new pack has no flow.');
    const reached = [...pathsOf(single.flow, { today: TODAY, parameters: pack.parameters })].map(
      ({ outcome }) => outcome,
    );
    expect(new Set(single.cases.map(({ outcome }) => outcome))).toEqual(new Set(reached));
  });

  it('is looked at again in a year', () => {
    const { pack } = checkPack(readPackFolder(newPack()), { today: TODAY });
    expect(pack?.flows[0]?.flow.review_by).toBe('2027-11-24');
    expect(pack?.flows[0]?.flow.sources[0]?.checked_on).toBe(TODAY);
  });

  it('has no word left that wanted filling in', () => {
    const folder = newPack();
    for (const { path } of readPackFolder(folder).files)
      expect(readFileSync(join(folder, path), 'utf8'), path).not.toMatch(/TODAY|IN_A_YEAR|PACK_ID/);
  });

  it('has the schemas and settings for the editor', () => {
    const folder = newPack();
    expect(readdirSync(join(folder, '.schemas'))).toContain('flow.schema.json');
    const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'));
    expect(settings['yaml.schemas']['./.schemas/flow.schema.json']).toEqual([
      'mijn-pakket/flows/*/flow.yaml',
    ]);
  });

  it.each([
    ['Mijn Pakket (2)', 'mijn-pakket-2'],
    ['2027', 'nieuw-pakket'],
    ['—', 'nieuw-pakket'],
    ['null', 'null'],
    ['targets', 'nieuw-pakket'],
    ['constructor', 'nieuw-pakket'],
    ['a'.repeat(60), 'nieuw-pakket'],
  ])('in a folder called "%s" gets the id "%s"', (name, id) => {
    const { pack, findings } = checkPack(readPackFolder(newPack(name)), { today: TODAY });
    expect(findings).toEqual([]);
    expect(pack?.about.id).toBe(id);
  });

  it('says what to do next', () => {
    const folder = join(aFolder(), 'nieuw');
    const { status, out } = runCommand(newCommand, folder, '--today', TODAY);
    expect(status).toBe(0);
    expect(out).toContain(`pack check ${folder}`);
    expect(out).toContain('fictional');
  });

  it.each(['my-pack', 'mijn pack', "pak d'r een", 'prijs $5', 'a`b', 'a"b', 'a;b', 'één'])(
    'names the folder "%s" so that a shell takes it for one word',
    (name) => {
      const folder = join(aFolder(), name);
      const { out } = runCommand(newCommand, folder, '--today', TODAY);
      const lines = [...out.matchAll(/npm run balie -- (pack (?:check|graph) .*)$/gm)].map(
        ([, line]) => line,
      );
      expect(lines).toHaveLength(2);
      for (const line of lines) {
        const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' });
        expect(stdout.split('\n')[2]).toBe(folder);
      }
    },
  );
});

describe('pack new in a folder that is there already', () => {
  it('is fine when it is empty', () => {
    const folder = aFolder();
    expect(runCommand(newCommand, folder).status).toBe(0);
    expect(readdirSync(folder)).toContain('pack.yaml');
  });

  it.each(['pack.yaml', '.gitignore', 'foto.png'])(
    'refuses it when it holds %s, and changes nothing',
    (name) => {
      const folder = aFolder({ [name]: 'mine' });
      expect(() => runCommand(newCommand, folder)).toThrow(/is not empty, and nothing in it was changed/);
      expect(() => runCommand(newCommand, folder)).toThrow(expect.objectContaining({ exitStatus: 2 }));
      expect(readdirSync(folder)).toEqual([name]);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
    },
  );

  it('refuses a file in its place', () => {
    const file = join(aFolder(), 'pakket');
    writeFileSync(file, 'mine');
    expect(() => runCommand(newCommand, file)).toThrow(/is a file\. Give a folder/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('says so when the folder cannot be made, with status 1', () => {
    const folder = join(aFolder({ 'pack.yaml': 'mine' }), 'pack.yaml', 'nieuw');
    expect(() => runCommand(newCommand, folder)).toThrow(
      /cannot be written: ENOTDIR.*\. Give another folder\.$/,
    );
    expect(() => runCommand(newCommand, folder)).toThrow(expect.objectContaining({ exitStatus: 1 }));
  });

  it('ends where nothing can be made, in a process that is given half a minute', () => {
    const args = [BALIE, 'pack', 'new', '/proc/nieuw/pakket'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000 });
    expect(status).toBe(1);
    expect(stderr).toContain('cannot be written');
  });
});
