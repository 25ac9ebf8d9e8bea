/** What the editor is told: in `.vscode/settings.json`, and in `.vscode/extensions.json`. */
export type EditorSettings = {
  readonly settings: Record<string, unknown>;
  readonly extensions: Record<string, unknown>;
};

/** The extension that reads YAML schemas. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Which schema is for which files of the packs. */
export type SchemaForFiles = { readonly name: string; readonly glob: string };

/**
 * Adds to settings that are there already what makes the editor complete and check packs while an author
 * types. What others have set stays. `packs` are the folders of the packs as an editor in the open folder
 * sees them; each ends in the name of its own folder, because the extension puts two stars and a slash before
 * every pattern: a bare `words.*.yaml` would be the words of flows too.
 */
export function editorSettings(
  schemas: readonly SchemaForFiles[],
  packs: readonly string[],
  schemaFolder: string,
  before: EditorSettings = { settings: {}, extensions: {} },
): EditorSettings {
  const entries = schemas.map(({ name, glob }) => [
    `./${schemaFolder}/${name}.schema.json`,
    packs.map((pack) => `${literal(pack)}/${glob}`),
  ]);
  const { 'yaml.schemas': others, '[yaml]': yaml, ...rest } = before.settings;
  return {
    settings: {
      ...rest,
      // YAML knows no tabs, and an author should not have to.
      '[yaml]': { ...asObject(yaml), 'editor.insertSpaces': true, 'editor.tabSize': 2 },
      'yaml.schemas': { ...asObject(others), ...Object.fromEntries(entries) },
    },
    extensions: {
      ...before.extensions,
      recommendations: [...new Set([...asList(before.extensions['recommendations']), YAML_EXTENSION])],
    },
  };
}

/** A folder's name as it stands, also when it has signs that mean something in a pattern. */
function literal(path: string): string {
  return path.replaceAll(/[^\w./ -]/gu, '?');
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
