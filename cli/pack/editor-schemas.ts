import { z } from 'zod';
import { FILE_KINDS } from '../../core/domain/check/assemble.ts';
import { Condition } from '../../core/domain/condition-schema.ts';
import { Picture } from '../../core/domain/picture.ts';
import { describeField } from './schema-descriptions.ts';

/** A schema for the editor: its name, the files in a pack that it is for, and the JSON Schema. */
export type EditorSchema = { readonly name: string; readonly glob: string; readonly schema: JsonSchema };

/** A JSON Schema, or a part of one. */
export type JsonSchema = { [keyword: string]: unknown };

/** The YAML files of a pack: how their schema is called, which files it is for, and one such file. */
const YAML_FILES = [
  { name: 'pack', glob: 'pack.yaml', example: 'pack.yaml' },
  { name: 'topics', glob: 'topics.yaml', example: 'topics.yaml' },
  { name: 'parameters', glob: 'parameters.yaml', example: 'parameters.yaml' },
  { name: 'contacts', glob: 'contacts.yaml', example: 'contacts.yaml' },
  { name: 'synonyms', glob: 'synonyms.yaml', example: 'synonyms.yaml' },
  { name: 'words', glob: 'words.*.yaml', example: 'words.nl.yaml' },
  { name: 'flow', glob: 'flows/*/flow.yaml', example: 'flows/f/flow.yaml' },
  { name: 'flow-words', glob: 'flows/*/words.*.yaml', example: 'flows/f/words.nl.yaml' },
  { name: 'cases', glob: 'flows/*/cases.yaml', example: 'flows/f/cases.yaml' },
  { name: 'article', glob: 'articles/*/article.yaml', example: 'articles/a/article.yaml' },
] as const;

/** The schemas of all YAML files of a pack, with descriptions: made from the rules that the check holds. */
export function editorSchemas(): EditorSchema[] {
  return YAML_FILES.map(({ name, glob, example }) => {
    const kind = FILE_KINDS.find(({ pattern }) => pattern.test(example));
    if (kind === undefined)
      throw new Error(`No kind of file takes "${example}". Mend the list of YAML files.`);
    return { name, glob, schema: { ...jsonSchemaOf(kind.schema, name), title: glob } };
  });
}

/**
 * Draft 7, because every version of the editor's extension reads it. What has a default may be left out: `io:
 * input`.
 */
function jsonSchemaOf(schema: z.ZodType, file: string): JsonSchema {
  const names = z.registry<{ id: string }>();
  names.add(Picture, { id: 'picture' });
  names.add(Condition, { id: 'condition' });
  const made = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    metadata: names,
    override: addPatternMessage,
  });
  // A copy in which nothing is shared, so that each place can have a description of its own.
  const copy = JSON.parse(JSON.stringify(made)) as JsonSchema;
  describe(copy, file, []);
  for (const [name, definition] of entriesOf(copy['definitions']))
    describe(definition, name, name === 'condition' ? [] : [name]);
  return copy;
}

/** The editor says why a text does not fit in the words of the rule, not by a regular expression. */
function addPatternMessage({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (jsonSchema.pattern === undefined) return;
  for (const check of zodSchema._zod.def.checks ?? []) {
    const { error } = check._zod.def;
    const message = 'pattern' in check._zod.def ? error?.({ code: 'custom', input: '' } as never) : undefined;
    if (typeof message === 'string') jsonSchema['patternErrorMessage'] = message;
  }
}

function describe(schema: JsonSchema, file: string, way: readonly string[]): void {
  const description = schema['$ref'] === undefined ? describeField(file, way) : undefined;
  if (description !== undefined) schema['description'] = description;
  for (const [name, inner] of entriesOf(schema['properties'])) describe(inner, file, [...way, name]);
  for (const each of [schema['additionalProperties'], schema['items']].flat())
    if (isSchema(each)) describe(each, file, [...way, '*']);
  for (const alternative of [schema['anyOf'], schema['oneOf']].flat())
    if (isSchema(alternative)) describeInside(alternative, file, way);
}

/** An alternative has the description of the field it belongs to; only what is inside it wants its own. */
function describeInside(schema: JsonSchema, file: string, way: readonly string[]): void {
  describe(schema, file, way);
  delete schema['description'];
}

function entriesOf(schemas: unknown): [string, JsonSchema][] {
  return Object.entries(isSchema(schemas) ? schemas : {}).filter((entry): entry is [string, JsonSchema] =>
    isSchema(entry[1]),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
