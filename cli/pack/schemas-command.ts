import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { writeEditorFiles } from './write-editor-files.ts';
import { writeOrRefuse } from './write-or-refuse.ts';

/**
 * `balie pack schemas DIR [--packs FOLDER] [--schemas FOLDER]`: writes what makes an author's editor
 * complete and check while typing. DIR is the folder that the author opens: a pack, or a folder with packs in
 * it or in its folder `--packs`. The schemas go into DIR/.schemas unless told otherwise.
 * Throws CommandError when there is no pack, or when existing settings cannot be read, or a file cannot be written.
 */
export function schemasCommand(args: string[]): number {
  const { positions, options } = readArguments(args, ['DIR'], { packs: 'string', schemas: 'string' });
  const opened = resolve(positions[0] as string);
  const below = String(options['packs'] ?? '');
  if (!isFolder(opened) || !isFolder(join(opened, below)))
    throw new CommandError(
      `There is no folder "${join(opened, below)}". Give the folder of a pack, or one with packs in it.`,
    );
  const packs = packsIn(opened, below);
  if (packs.length === 0)
    throw new CommandError(`There is no pack.yaml in "${join(opened, below)}". Give the folder of a pack.`);
  const schemas = String(options['schemas'] ?? '.schemas').replace(/\/+$/, '');
  const written = writeOrRefuse(opened, 'Give another folder, or another one with --schemas.', () =>
    writeEditorFiles(opened, packs, schemas),
  );
  console.log(`Wrote ${written.length} files into ${opened}: ${written.join(', ')}.`);
  console.log('Open this folder in VS Code with the extension "YAML" by Red Hat: it helps while you type.');
  return 0;
}

/**
 * The packs in a folder, by their way from the folder that is opened. A pack that is opened itself goes by
 * its name.
 */
function packsIn(opened: string, below: string): string[] {
  if (below === '' && existsSync(join(opened, 'pack.yaml'))) return [basename(opened)];
  const folder = join(opened, below);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'pack.yaml')))
    .map(({ name }) => relative(opened, join(folder, name)).replaceAll('\\', '/'))
    .sort();
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
