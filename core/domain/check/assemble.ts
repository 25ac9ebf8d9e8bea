import type { z } from 'zod';
import { Article, ArticleText } from '../article.ts';
import { Contacts } from '../contact.ts';
import { didYouMean } from '../did-you-mean.ts';
import { Flow, FlowCases } from '../flow.ts';
import { FlowWords } from '../flow-words.ts';
import { Id } from '../id.ts';
import { idLike } from '../id-from-name.ts';
import type { ArticleInPack, FlowInPack, Pack } from '../pack.ts';
import { PackAbout, PackWords } from '../pack.ts';
import type { Field, PackSource, SourceFile } from '../pack-source.ts';
import { Parameters } from '../parameter.ts';
import { Synonyms } from '../synonyms.ts';
import { Topics } from '../topic.ts';
import { checkIds } from './check-ids.ts';
import { checkNames } from './check-names.ts';
import type { Remark } from './finding.ts';
import { schemaRemarks } from './schema-remarks.ts';

/** The kinds of files in a pack, by the pattern of their path. Named groups carry the id and the language. */
export const FILE_KINDS = [
  { pattern: /^pack\.yaml$/, schema: PackAbout },
  { pattern: /^topics\.yaml$/, schema: Topics },
  { pattern: /^parameters\.yaml$/, schema: Parameters },
  { pattern: /^contacts\.yaml$/, schema: Contacts },
  { pattern: /^synonyms\.yaml$/, schema: Synonyms },
  { pattern: /^words\.(?<language>[a-z]{2,3})\.yaml$/, schema: PackWords },
  { pattern: /^flows\/(?<id>[a-z0-9-]+)\/flow\.yaml$/, schema: Flow },
  { pattern: /^flows\/(?<id>[a-z0-9-]+)\/words\.(?<language>[a-z]{2,3})\.yaml$/, schema: FlowWords },
  { pattern: /^flows\/(?<id>[a-z0-9-]+)\/cases\.yaml$/, schema: FlowCases },
  { pattern: /^articles\/(?<id>[a-z0-9-]+)\/article\.yaml$/, schema: Article },
  { pattern: /^articles\/(?<id>[a-z0-9-]+)\/(?<language>[a-z]{2,3})\.md$/, schema: ArticleText },
] as const;

/** The pack as far as its files could be read, and what is wrong with the files themselves. */
export type Assembled = {
  readonly pack: Pack | undefined;
  readonly remarks: readonly Remark[];
  /** Is every file of the pack in it? If not, a name that seems to be missing may stand in a file that was left out. */
  readonly whole: boolean;
};

/** Reads every file by its schema and puts the pack together. Files that fail are left out and remarked upon. */
export function assemble(source: PackSource): Assembled {
  const paths = source.files.map(({ path }) => path);
  const read = new Map<string, unknown>();
  const faults = [
    ...checkIds(source),
    ...source.files.flatMap((file) => {
      const schema = schemaOf(file.path);
      return schema === undefined ? [] : readFile(file, schema, read);
    }),
  ];
  for (const { file } of faults) read.delete(file);
  const placed = paths.filter((path) => schemaOf(path) !== undefined);
  const media = source.media.map(({ path }) => path);
  const misplaced = paths
    .filter((path) => schemaOf(path) === undefined)
    .map((path) => error('unknown-file', path, [], noPlace(path)));
  // A file that only has another name is not missing as well.
  const renamed = misplaced.flatMap(({ file }) => {
    const meant = fileMeant(file);
    return meant === undefined ? [] : [`${file.slice(0, file.lastIndexOf('/') + 1)}${meant}`];
  });
  const missing = neededWith(paths)
    .filter((path) => !paths.includes(path) && !renamed.includes(path))
    .map((path) =>
      error('missing-file', path, [], 'This file is missing. Add it; docs/authors.md shows what goes in.'),
    );
  return {
    pack: putTogether(read, source),
    remarks: [...misplaced, ...missing, ...faults, ...checkNames([...placed, ...media])],
    whole:
      faults.length === 0 &&
      renamed.every((path) => paths.includes(path)) &&
      misplaced.every(({ file }) => folderWithoutId(file) === undefined),
  };
}

function schemaOf(path: string): z.ZodType | undefined {
  return FILE_KINDS.find(({ pattern }) => pattern.test(path))?.schema;
}

function readFile(file: SourceFile, schema: z.ZodType, read: Map<string, unknown>): Remark[] {
  if (file.faults.length > 0) {
    return file.faults.map(({ line, message }) => ({ ...error('syntax', file.path, [], message), line }));
  }
  const result = schema.safeParse(file.data);
  if (result.success) {
    read.set(file.path, result.data);
    return []; // What fits is not parsed again for remarks: there are none.
  }
  return schemaRemarks(schema, file.data).map(({ field, message }) =>
    error('schema', file.path, field, message),
  );
}

/** Files that a pack cannot do without, and the first file of every folder of a flow or article. */
function neededWith(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => /^(flows|articles)\/[a-z0-9-]+(?=\/)/.exec(path)?.[0] ?? []);
  const first = (folder: string) => (folder.startsWith('flows') ? 'flow.yaml' : 'article.yaml');
  return ['pack.yaml', 'topics.yaml', ...[...new Set(folders)].map((folder) => `${folder}/${first(folder)}`)];
}

/** As long as an id. */
const LONGEST_FOLDER = 80;

/** Names that files can have, by the folder they lie in. */
const NAMES = {
  pack: [
    'pack.yaml',
    'topics.yaml',
    'parameters.yaml',
    'contacts.yaml',
    'synonyms.yaml',
    'words.nl.yaml',
    'words.en.yaml',
  ],
  flows: ['flow.yaml', 'words.nl.yaml', 'words.en.yaml', 'cases.yaml'],
  articles: ['article.yaml', 'nl.md', 'en.md'],
};

function noPlace(path: string): string {
  const meant = fileMeant(path);
  const fix = meant === undefined ? fixOf(path) : `Did you mean "${meant}"?`;
  return `This file has no place in a pack. ${fix}`;
}

/** The name that a file was most likely meant to have, by its path; undefined when none comes near. */
export function fileMeant(path: string): string | undefined {
  const [, folder = 'pack', name = path] = /^(flows|articles)\/[a-z0-9-]+\/([^/]*)$/.exec(path) ?? [];
  return didYouMean(name, NAMES[folder as keyof typeof NAMES]);
}

function fixOf(path: string): string {
  if (/\.(?:png|jpe?g|gif|webp|heic|bmp|tiff?|svg)$/i.test(path)) return 'Put pictures in the folder media.';
  const folder = folderWithoutId(path);
  if (folder === undefined) return 'Move it, or correct its name or folder.';
  const meant = idLike(folder, LONGEST_FOLDER);
  const example = meant === undefined ? 'a name of' : `"${meant}":`;
  return `Call its folder ${example} small letters, digits and hyphens.`;
}

/** The name of the folder of a flow or article, when none can be called so. */
function folderWithoutId(path: string): string | undefined {
  const [, folder = ''] = /^(?:flows|articles)\/([^/]+)\/[^/]+\.(?:yaml|md)$/.exec(path) ?? [];
  return folder === '' || Id.safeParse(folder).success ? undefined : folder;
}

function putTogether(read: ReadonlyMap<string, unknown>, source: PackSource): Pack | undefined {
  const about = read.get('pack.yaml') as PackAbout | undefined;
  const topics = read.get('topics.yaml') as Topics | undefined;
  if (about === undefined || topics === undefined) return undefined;
  const folders = byFolder(read);
  return {
    about,
    topics,
    words: byLanguage<PackWords>(folders.get(''), /^words\.([a-z]+)\.yaml$/),
    parameters: (read.get('parameters.yaml') as Parameters | undefined) ?? {},
    contacts: (read.get('contacts.yaml') as Contacts | undefined) ?? {},
    synonyms: (read.get('synonyms.yaml') as Synonyms | undefined) ?? {},
    flows: idsIn(read, /^flows\/([^/]+)\/flow\.yaml$/).map(
      (id): FlowInPack => ({
        flow: read.get(`flows/${id}/flow.yaml`) as Flow,
        words: byLanguage<FlowWords>(folders.get(`flows/${id}`), /^words\.([a-z]+)\.yaml$/),
        cases: (read.get(`flows/${id}/cases.yaml`) as FlowCases | undefined) ?? [],
      }),
    ),
    articles: idsIn(read, /^articles\/([^/]+)\/article\.yaml$/).map(
      (id): ArticleInPack => ({
        article: read.get(`articles/${id}/article.yaml`) as Article,
        texts: byLanguage<ArticleText>(folders.get(`articles/${id}`), /^([a-z]+)\.md$/),
      }),
    ),
    media: source.media.flatMap(({ path, type, bytes }) =>
      type === undefined ? [] : [{ path, type, bytes }],
    ),
  };
}

function idsIn(read: ReadonlyMap<string, unknown>, pattern: RegExp): string[] {
  return [...read.keys()].flatMap((path) => pattern.exec(path)?.[1] ?? []).sort();
}

/** The files that were read, by the folder they lie in and then by their name. */
function byFolder(read: ReadonlyMap<string, unknown>): Map<string, Map<string, unknown>> {
  const folders = new Map<string, Map<string, unknown>>();
  for (const [path, data] of read) {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(cut, 0));
    folders.set(folder, (folders.get(folder) ?? new Map()).set(path.slice(cut + 1), data));
  }
  return folders;
}

function byLanguage<T>(files: ReadonlyMap<string, unknown> = new Map(), name: RegExp): Record<string, T> {
  return Object.fromEntries(
    [...files].flatMap(([file, data]) => {
      const language = name.exec(file)?.[1];
      return language === undefined ? [] : [[language, data as T]];
    }),
  );
}

function error(rule: string, file: string, field: Field, message: string): Remark {
  return { severity: 'error', rule, file, field, message };
}
