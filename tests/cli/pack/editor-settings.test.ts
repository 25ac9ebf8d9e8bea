import { describe, expect, it } from 'vitest';
import { editorSettings } from '../../../cli/pack/editor-settings.ts';

const SCHEMAS = [
  { name: 'words', glob: 'words.*.yaml' },
  { name: 'flow', glob: 'flows/*/flow.yaml' },
];

describe('the settings of the editor', () => {
  it('give every schema the files of every pack, always with the name of the pack in front', () => {
    const { settings, extensions } = editorSettings(SCHEMAS, ['a', 'packs/b'], '.schemas');
    expect(settings['yaml.schemas']).toEqual({
      './.schemas/words.schema.json': ['a/words.*.yaml', 'packs/b/words.*.yaml'],
      './.schemas/flow.schema.json': ['a/flows/*/flow.yaml', 'packs/b/flows/*/flow.yaml'],
    });
    expect(extensions).toEqual({ recommendations: ['redhat.vscode-yaml'] });
  });

  it('type spaces, because YAML knows no tabs', () => {
    const { settings } = editorSettings(SCHEMAS, ['a'], '.schemas');
    expect(settings['[yaml]']).toEqual({ 'editor.insertSpaces': true, 'editor.tabSize': 2 });
  });

  it('take a name with signs that mean something in a pattern as it stands', () => {
    const { settings } = editorSettings(SCHEMAS, ['bieb (2) [oud]*é'], '.schemas');
    expect(settings['yaml.schemas']).toMatchObject({
      './.schemas/words.schema.json': ['bieb ?2? ?oud???/words.*.yaml'],
    });
  });

  it('keep what somebody set before', () => {
    const before = {
      settings: {
        'editor.fontSize': 20,
        '[yaml]': { 'editor.wordWrap': 'on', 'editor.tabSize': 4 },
        'yaml.schemas': { 'other.json': 'x.yaml', './.schemas/flow.schema.json': 'old.yaml' },
      },
      extensions: { recommendations: ['a.b', 'redhat.vscode-yaml'], unwantedRecommendations: ['c.d'] },
    };
    const { settings, extensions } = editorSettings(SCHEMAS, ['a'], '.schemas', before);
    expect(settings).toMatchObject({
      'editor.fontSize': 20,
      '[yaml]': { 'editor.wordWrap': 'on', 'editor.tabSize': 2 },
      'yaml.schemas': { 'other.json': 'x.yaml', './.schemas/flow.schema.json': ['a/flows/*/flow.yaml'] },
    });
    expect(extensions).toEqual({
      recommendations: ['a.b', 'redhat.vscode-yaml'],
      unwantedRecommendations: ['c.d'],
    });
  });

  it('do not trip over settings of another shape', () => {
    const before = { settings: { 'yaml.schemas': 3, '[yaml]': null }, extensions: { recommendations: 'x' } };
    const { settings, extensions } = editorSettings(SCHEMAS, ['a'], '.schemas', before);
    expect(Object.keys(settings['yaml.schemas'] as object)).toHaveLength(2);
    expect(extensions).toEqual({ recommendations: ['redhat.vscode-yaml'] });
  });
});
