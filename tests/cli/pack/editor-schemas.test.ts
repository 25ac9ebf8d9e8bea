import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { editorSchemas, type JsonSchema } from '../../../cli/pack/editor-schemas.ts';
import { FILE_KINDS } from '../../../core/domain/check/assemble.ts';
import { GOOD_FILES } from '../../builders/a-source.ts';
import { SHIPPED_PACK } from '../../flows/shipped-pack.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SCHEMAS = new Map(editorSchemas().map(({ name, schema }) => [name, schema]));
const REGENERATE =
  'npm run balie -- pack schemas . --packs assets/packs --schemas assets/schemas, then biome format --write';

/** Judges data by the JSON Schema, the way an editor does; zod reads it back for that. */
function judge(name: string, data: unknown): { success: boolean } {
  return z.fromJSONSchema(SCHEMAS.get(name) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(data);
}

const flow = parse(readFileSync(join(SHIPPED_PACK, 'flows/huurtoeslag/flow.yaml'), 'utf8'));
const changed = (change: (copy: typeof flow) => void) => {
  const copy = structuredClone(flow);
  change(copy);
  return copy;
};

describe('the schemas in assets/schemas', () => {
  it.each([...SCHEMAS])(`%s is up to date; if not: ${REGENERATE}`, (name, schema) => {
    const committed = readFileSync(join(ROOT, `assets/schemas/${name}.schema.json`), 'utf8');
    expect(JSON.parse(committed)).toEqual(schema);
  });

  it('are all there is', () => {
    expect(readdirSync(join(ROOT, 'assets/schemas')).sort()).toEqual(
      [...SCHEMAS.keys()].map((name) => `${name}.schema.json`).sort(),
    );
  });

  it('are given to the files of the shipped pack by the settings of the project', () => {
    const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8'));
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(
        editorSchemas().map(({ name, glob }) => [
          `./assets/schemas/${name}.schema.json`,
          readdirSync(join(ROOT, 'assets/packs')).map((pack) => `assets/packs/${pack}/${glob}`),
        ]),
      ),
    );
  });
});

describe('a schema for the editor', () => {
  it('is there for every kind of YAML file that a pack can have', () => {
    const yaml = FILE_KINDS.filter(({ pattern }) => pattern.source.includes('yaml'));
    expect(SCHEMAS.size).toBe(yaml.length);
  });

  it.each([
    ['pack', 'pack.yaml'],
    ['topics', 'topics.yaml'],
    ['parameters', 'parameters.yaml'],
    ['contacts', 'contacts.yaml'],
    ['synonyms', 'synonyms.yaml'],
    ['words', 'words.nl.yaml'],
    ['flow', 'flows/huur/flow.yaml'],
    ['flow-words', 'flows/huur/words.nl.yaml'],
    ['cases', 'flows/huur/cases.yaml'],
    ['article', 'articles/huur-uitleg/article.yaml'],
  ] as const)('%s accepts a good file, and no other kind of file', (name, path) => {
    expect(judge(name, JSON.parse(JSON.stringify(GOOD_FILES[path]))).success).toBe(true);
    for (const other of SCHEMAS.keys())
      if (other !== name)
        expect(judge(other, JSON.parse(JSON.stringify(GOOD_FILES[path]))).success, other).toBe(false);
  });

  it('flow accepts every flow that is shipped', () => {
    for (const id of readdirSync(join(SHIPPED_PACK, 'flows'))) {
      const shipped = parse(readFileSync(join(SHIPPED_PACK, 'flows', id, 'flow.yaml'), 'utf8'));
      expect(judge('flow', shipped).success, id).toBe(true);
    }
  });

  it.each<[string, (copy: typeof flow) => void]>([
    ['a picture that is not in the list', (copy) => (copy.picture = 'castle')],
    ['a field that no flow has', (copy) => (copy.colour = 'red')],
    ['no start', (copy) => delete copy.start],
    ['a date that is none', (copy) => (copy.review_by = '1 juni')],
    ['an id with capitals', (copy) => (copy.topic = 'Geld')],
    ['a kind of question that is not there', (copy) => (copy.questions['hoe-oud-bent-u'].kind = 'age')],
    ['a question without "I don\'t know"', (copy) => delete copy.questions['hoe-oud-bent-u'].dont_know],
    ['a field of another kind of question', (copy) => (copy.questions['hoe-oud-bent-u'].answers = {})],
    ['a test that does not exist', (copy) => (copy.questions['hoe-oud-bent-u'].next[0].when.smaller = 3)],
    ['seven steps', (copy) => (copy.outcomes['vraag-de-balie'].steps = Array(7).fill('stap'))],
    ['another verdict', (copy) => (copy.outcomes['vraag-de-balie'].verdict = 'perhaps')],
  ])('flow refuses %s', (_, change) => {
    expect(judge('flow', changed(change)).success).toBe(false);
  });

  it('offers the pictograms by name, and says in words what a name may be', () => {
    const schema = SCHEMAS.get('flow') as {
      definitions: Record<string, JsonSchema>;
      properties: Record<string, JsonSchema>;
    };
    expect(schema.definitions['picture']?.['enum']).toContain('hand-heart');
    expect(schema.properties['start']?.['patternErrorMessage']).toContain('lower-case letters');
  });

  it('explains every field that an author can type', () => {
    for (const [name, schema] of SCHEMAS) expect(unexplained(schema, [name])).toEqual([]);
  });
});

/** The fields without a description; those of a definition that is used elsewhere are looked at there. */
function unexplained(schema: unknown, way: readonly string[]): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const {
    properties = {},
    definitions = {},
    items,
    additionalProperties,
    anyOf = [],
    oneOf = [],
  } = schema as Record<string, object>;
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...(Object.hasOwn(field, 'description') || Object.hasOwn(field, '$ref')
        ? []
        : [[...way, name].join('.')]),
      ...unexplained(field, [...way, name]),
    ]),
    ...Object.entries(definitions).flatMap(([name, field]) => unexplained(field, [name])),
    ...[items, additionalProperties, anyOf, oneOf]
      .flat()
      .flatMap((field) => unexplained(field, [...way, '*'])),
  ];
}
