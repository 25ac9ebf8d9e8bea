import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newCommand } from '../../cli/pack/new-command.ts';
import { aFolder } from '../builders/pack-folder.ts';
import { runCommand } from '../builders/run-balie.ts';

const PROJECT = join(import.meta.dirname, '../..');
const BIOME = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome');

/** What Biome says of a folder by the rules of the project. That folder is no clone, so git is not asked what to leave out. */
function lint(folder: string): { status: number | null; said: string } {
  copyFileSync(join(PROJECT, 'biome.json'), join(folder, 'biome.json'));
  const args = [BIOME, 'ci', '--colors=off', '--error-on-warnings', '--vcs-enabled=false'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

// README says `pack new my-pack`, in the folder of the project: what an author writes there is no code.
it.each(['my-pack', 'packs/of/mine'])('a pack of somebody in %s is nothing for Biome', (place) => {
  const folder = aFolder({ 'cli/.gitkeep': '' });
  const pack = join(folder, place);
  runCommand(newCommand, pack);
  appendFileSync(join(pack, 'contacts.yaml'), 'mine:   {here:   true}\n\n\n\n');
  appendFileSync(join(pack, 'articles/samen-eten/nl.md'), '\n*   mijn  lijst\n');
  expect(lint(folder)).toMatchObject({ status: 0 });
});

it.each([
  ['.vscode/settings.json', '{"a":1,   "b":2}'],
  ['assets/schemas/flow.schema.json', '{"a":1,   "b":2}'],
  ['assets/new-pack/pack.yaml', 'id:   x\n'],
  ['assets/new-pack/articles/samen-eten/nl.md', '# x\n*   y\n'],
  ['docs/page.md', '# x\n*   y\n'],
])('what the project itself has in %s is looked at', (path, text) => {
  const folder = aFolder({ [path]: text });
  const { status, said } = lint(folder);
  expect(said).toContain(path);
  expect(status).toBe(1);
});
