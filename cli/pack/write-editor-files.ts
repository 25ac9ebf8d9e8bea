import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { editorSchemas } from './editor-schemas.ts';
import { editorSettings } from './editor-settings.ts';

/**
 * Writes the schemas of a pack's files and the editor's settings into a folder that authors open in their
 * editor. `packs` are the packs in it as the editor sees them. Gives the paths written, relative to the
 * folder.
 * Throws CommandError when settings that are there already cannot be read; nothing is written then.
 */
export function writeEditorFiles(folder: string, packs: readonly string[], schemaFolder: string): string[] {
  const schemas = editorSchemas();
  const [settingsFile, extensionsFile] = ['.vscode/settings.json', '.vscode/extensions.json'];
  const before = {
    settings: readSettings(folder, settingsFile),
    extensions: readSettings(folder, extensionsFile),
  };
  const { settings, extensions } = editorSettings(schemas, packs, schemaFolder, before);
  const files = [
    ...schemas.map(({ name, schema }) => ({
      path: `${schemaFolder}/${name}.schema.json`,
      content: schema as unknown,
    })),
    { path: settingsFile, content: settings },
    { path: extensionsFile, content: extensions },
  ];
  for (const { path, content } of files) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), `${JSON.stringify(content, null, 2)}\n`);
  }
  return files.map(({ path }) => path);
}

function readSettings(folder: string, path: string): Record<string, unknown> {
  const file = join(folder, path);
  if (!existsSync(file)) return {};
  try {
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof settings === 'object' && settings !== null && !Array.isArray(settings))
      return settings as Record<string, unknown>;
  } catch {
    // Settings with comments are common, but writing them back would lose the comments.
  }
  throw new CommandError(
    `"${file}" is no plain JSON. Take its comments out, or move it away, and try again.`,
    1,
  );
}
