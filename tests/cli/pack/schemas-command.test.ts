import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemasCommand } from '../../../cli/pack/schemas-command.ts';
import { readPackFolder } from '../../../packs/read-pack-folder.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { runCommand } from '../../builders/run-balie.ts';

const schemas = (...args: string[]) => runCommand(schemasCommand, ...args);
const read = (folder: string, path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

describe('pack schemas', () => {
  it('writes schemas and settings into a pack, where the pack does not see them', () => {
    const folder = packFolder();
    const before = readPackFolder(folder).files.map(({ path }) => path);
    expect(schemas(folder).status).toBe(0);
    expect(readdirSync(join(folder, '.schemas'))).toHaveLength(10);
    expect(read(folder, '.vscode/settings.json')['yaml.schemas']['./.schemas/words.schema.json']).toEqual([
      'pakket/words.*.yaml',
    ]);
    expect(readPackFolder(folder).files.map(({ path }) => path)).toEqual(before);
  });

  it('serves all packs in a folder at once, and puts the schemas where they are wanted', () => {
    const folder = aFolder({
      'packs/b/pack.yaml': '',
      'packs/a/pack.yaml': '',
      'packs/notes/x.txt': '',
      'c/pack.yaml': '',
    });
    schemas(folder, '--packs', 'packs', '--schemas', 'assets/schemas/');
    expect(readdirSync(join(folder, 'assets/schemas'))).toHaveLength(10);
    expect(
      read(folder, '.vscode/settings.json')['yaml.schemas']['./assets/schemas/pack.schema.json'],
    ).toEqual(['packs/a/pack.yaml', 'packs/b/pack.yaml']);
  });

  it('can be run again, and keeps what somebody set', () => {
    const folder = packFolder();
    schemas(folder);
    const settings = { ...read(folder, '.vscode/settings.json'), 'editor.fontSize': 20 };
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    schemas(folder);
    expect(read(folder, '.vscode/settings.json')).toEqual(settings);
  });

  it.each(['// mine\n{}', '[]', '{'])('does not write over settings that it cannot read: %j', (text) => {
    const folder = packFolder();
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/settings.json'), text);
    expect(() => schemas(folder)).toThrow(/settings\.json" is no plain JSON/);
    expect(readFileSync(join(folder, '.vscode/settings.json'), 'utf8')).toBe(text);
    expect(readdirSync(folder)).not.toContain('.schemas');
  });

  it('says so when a file is in the way, with status 1', () => {
    const folder = aFolder({ 'pack.yaml': '', '.schemas': '' });
    expect(() => schemas(folder)).toThrow(/cannot be written: E.*or another one with --schemas\.$/);
    expect(() => schemas(folder)).toThrow(expect.objectContaining({ exitStatus: 1 }));
  });

  it('wants a folder with a pack', () => {
    const folder = aFolder({ 'a/x.yaml': '' });
    expect(() => schemas(folder)).toThrow(/There is no pack\.yaml in/);
    expect(() => schemas(join(folder, 'b'))).toThrow(/There is no folder/);
    expect(() => schemas(join(folder, 'a/x.yaml'))).toThrow(/There is no folder/);
    expect(() => schemas(folder, '--packs', 'b')).toThrow(/There is no folder/);
  });
});
